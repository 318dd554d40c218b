sitrep_fuzz(gunzip LINK sitrep_source)
sitrep_fuzz(record_reader LINK sitrep_source)
sitrep_fuzz(glob LINK sitrep_source)
sitrep_fuzz(mail LINK sitrep_source)
