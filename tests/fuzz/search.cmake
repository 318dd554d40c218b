sitrep_fuzz(query_parser LINK sitrep_search)
sitrep_fuzz(highlighter LINK sitrep_search)
sitrep_fuzz(vocabulary LINK sitrep_search)
