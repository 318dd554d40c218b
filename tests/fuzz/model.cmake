sitrep_fuzz(stored_article LINK sitrep_model)
