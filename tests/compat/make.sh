#!/usr/bin/env bash
# Writes schema-N.tar.xz anew: the database that this build makes of articles/. Run it when the schema number or the
# analyzer's version is raised, commit the archive beside the old ones, and name it in test_compat.py.
#
# usage: tests/compat/make.sh BIN
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=$(cd "$1" && pwd)
place=/tmp/sitrep-compat  # stands in the database: the same on every machine
rm -rf "$place" && mkdir "$place" && trap 'rm -rf "$place"' EXIT
cp -r "$here/articles" "$place"
cd "$place"
"$bin/sitrep-index" --quiet --db db --root-id compat articles
schema=$(xapian-metadata get db sitrep.schema)
rm -f db/lock
mv db "schema-$schema"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -cJf "$here/schema-$schema.tar.xz" "schema-$schema"
