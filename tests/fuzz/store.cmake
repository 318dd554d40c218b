sitrep_fuzz(stub LINK sitrep_store)
sitrep_fuzz(questions LINK sitrep_store PkgConfig::XAPIAN)
sitrep_fuzz(database_name LINK sitrep_store)
