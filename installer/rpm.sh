#!/bin/sh
# Makes target/package/voxdesk-VERSION-1.ARCH.rpm: installer/rpm.sh [LEVEL], as deb.sh. Needs rpmbuild.
set -eu
cd "$(dirname "$0")/.."
kind=rpm
. installer/linux/stage.sh

work=$PWD/$work
cat >"$work/$name.spec" <<END
Name: $name
Version: $version
Release: 1
Summary: $summary
License: Apache-2.0 AND MIT AND BSD-3-Clause AND GPL-2.0-only WITH Classpath-exception-2.0
Vendor: $vendor
AutoReqProv: no
Requires: libgtk-3.so.0()(64bit), libGL.so.1()(64bit), libXtst.so.6()(64bit)
Requires: libXxf86vm.so.1()(64bit), fontconfig
Recommends: shared-mime-info, desktop-file-utils, xdg-utils

# The files are finished: nothing is to be stripped, repacked or linked by what is in them.
%define __os_install_post %{nil}
%define _build_id_links none
%define _binary_payload w${1:-6}T0.xzdio
%define _rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm

%description
Opens DICOM files and folders, shows slices and planes, edits tags and pixels
with nothing else in the file altered, measures, and cuts cubes around nodules.
Brings its own Java runtime. The command voxdesk does the same jobs without a
window. Not a medical device.

%install
cp -a $work/root/. %{buildroot}

%files
%defattr(-,root,root,-)
/usr/bin/$name
/usr/lib/$name
/usr/share/applications/$name.desktop
/usr/share/doc/$name
/usr/share/icons/hicolor/*/apps/$name.*
/usr/share/man/man1/$name.1*
END
rpmbuild -bb --quiet --define "_topdir $work/rpm" --define "_rpmdir $PWD/target/package" \
  --buildroot "$work/build" "$work/$name.spec"
rm -rf "$work"
ls -l target/package/"$name-$version"-1.*.rpm
