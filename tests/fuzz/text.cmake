sitrep_fuzz(charset LINK sitrep_text)
sitrep_fuzz(analyzer LINK sitrep_text)
sitrep_fuzz(date LINK sitrep_text)
sitrep_fuzz(sentences LINK sitrep_text)
