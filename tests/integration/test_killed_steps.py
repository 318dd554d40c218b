#!/usr/bin/env python3
"""A run that is killed at any step that changes the disk leaves the database of its last commit, and the next run makes
of it what an undisturbed run makes."""
from faults import LONG, Scene, run_cases

# Each system call that changes a disk; of the many writes not every one in the short version.
STEPS = {'rename': 1, 'fdatasync': 1 if LONG else 3, 'fsync': 1 if LONG else 2, 'pwrite64': 3 if LONG else 23,
         'mkdir': 1, 'unlink': 1, 'unlinkat': 1 if LONG else 3}


def killed_at_every_step_of(scene):
    kills = 0
    for call, step in STEPS.items():
        for when in range(1, 10_000, step):
            done = scene.disturbed(f'{call}:signal=SIGKILL:when={when}')
            if done.returncode == 0: break
            assert done.returncode == -9, (call, when, done)
            scene.holds()
            kills += 1
    print(f'  {kills} kills')
    assert kills > 10


def killed_at_every_step_of_a_first_run(folder):
    killed_at_every_step_of(Scene(folder, 0, 24))


def killed_at_every_step_of_an_update(folder):
    killed_at_every_step_of(Scene(folder, 40, 50))


def killed_at_steps_of_a_build_in_parts(folder):
    scene = Scene(folder, 0, 2500 if LONG else 150)
    steps = [(call, when) for call, whens in {'rename': (1, 2, 3, 4, 5), 'unlinkat': (1, 2, 5, 9)}.items() for when in whens]
    if LONG: steps += [('rename', n) for n in range(6, 30)] + [('fdatasync', n) for n in range(1, 90, 4)] + [('fsync', n) for n in range(1, 60, 3)]
    for call, when in steps:
        done = scene.disturbed(f'{call}:signal=SIGKILL:when={when}')
        if done.returncode == 0: continue
        assert done.returncode == -9, (call, when, done)
        scene.holds()


run_cases(killed_at_every_step_of_a_first_run, killed_at_every_step_of_an_update, killed_at_steps_of_a_build_in_parts)
