#!/bin/sh
# Makes target/package/Voxdesk-VERSION.dmg on macOS. The application is not signed: macOS asks before
# it opens it the first time.
set -eu
cd "$(dirname "$0")/.."
version=$(sed -n 's|.*<app-version>\(.*\)</app-version>.*|\1|p' \
  target/dist/voxdesk.app/Contents/app/.jpackage.xml)
# The image has been changed since jpackage signed it for this machine.
codesign --force --deep --sign - target/dist/voxdesk.app
jpackage --type dmg \
  --app-image target/dist/voxdesk.app \
  --name Voxdesk \
  --app-version "$version" \
  --license-file LICENSE \
  --dest target/package
# The package says the version of macOS (see pom.xml), its name the project's and the processor.
mv "target/package/Voxdesk-$version.dmg" \
  "target/package/Voxdesk-$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)-$(uname -m).dmg"
ls -l target/package/*.dmg
