#!/usr/bin/env bash
# Writes schema-N.tar.xz anew: the database that this build makes of articles/. Run it when the schema number or the
# analyzer's version is raised, and commit the archive in the place of the old one.
#
# usage: tests/compat/make.sh BIN
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=$(cd "$1" && pwd)
place=$(mktemp -d "${TMPDIR:-/tmp}/sitrep-compat.XXXXXX")  # stands in the database, where nothing asks for it
trap 'rm -rf "$place"' EXIT
cp -r "$here/articles" "$place"
cd "$place"
"$bin/sitrep-index" --quiet --db db --root-id compat articles
schema=$(xapian-metadata get db sitrep.schema)
rm -f db/lock
mv db "schema-$schema"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -cJf "$here/schema-$schema.tar.xz" "schema-$schema"
