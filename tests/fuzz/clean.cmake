sitrep_fuzz(cleaner LINK sitrep_clean)
