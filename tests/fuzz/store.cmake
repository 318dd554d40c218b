sitrep_fuzz(stub LINK sitrep_store)
