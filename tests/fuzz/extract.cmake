sitrep_fuzz(html LINK sitrep_extract sitrep_clean)
sitrep_fuzz(text LINK sitrep_extract sitrep_clean)
sitrep_fuzz(json LINK sitrep_extract sitrep_clean)
sitrep_fuzz(pdf_layout LINK sitrep_extract sitrep_clean)
