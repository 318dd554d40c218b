sitrep_fuzz(worker_answer LINK sitrep_worker)
