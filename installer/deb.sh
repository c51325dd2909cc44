#!/bin/sh
# Makes target/package/voxdesk_VERSION_ARCH.deb: installer/deb.sh [LEVEL], where a lower LEVEL of
# compression (1 to 9, 6 without it) is done sooner. Needs dpkg-deb.
set -eu
cd "$(dirname "$0")/.."
kind=deb
. installer/linux/stage.sh

arch=$(dpkg --print-architecture)
mkdir "$root/DEBIAN"
# What has changed is in NEWS.md.gz; dpkg wants to know of the package.
gzip -9nc >"$root/usr/share/doc/$name/changelog.gz" <<END
$name ($version) unstable; urgency=medium

  * See NEWS.md.gz.

 -- The $vendor authors <voxdesk@localhost>  $(date -R -r "$image/lib/app/$name.cfg")
END
chmod 644 "$root/usr/share/doc/$name/changelog.gz"
(cd "$root" && find usr -type f -exec md5sum {} +) >"$root/DEBIAN/md5sums"
cat >"$root/DEBIAN/control" <<END
Package: $name
Version: $version
Architecture: $arch
Maintainer: The $vendor authors <voxdesk@localhost>
Installed-Size: $(du -k -s "$root/usr" | cut -f 1)
Section: science
Priority: optional
Depends: libc6, libgtk-3-0t64 | libgtk-3-0, libgl1, libxtst6, libxxf86vm1, fontconfig
Recommends: shared-mime-info, desktop-file-utils, xdg-utils
Suggests: fonts-noto-cjk
Description: $summary
 Opens DICOM files and folders, shows slices and planes, edits tags and pixels
 with nothing else in the file altered, measures, and cuts cubes around nodules.
 Brings its own Java runtime. The command voxdesk does the same jobs without a
 window. Not a medical device.
END
chmod 644 "$root/DEBIAN/control" "$root/DEBIAN/md5sums"

package=target/package/${name}_${version}_$arch.deb
dpkg-deb --root-owner-group -Zxz "-z${1:-6}" --build "$root" "$package" >/dev/null
rm -rf "$work"
ls -l "$package"
