sitrep_fuzz(config_file LINK sitrep_settings)
