# What the .deb and the .rpm have in common: lays out their files below $root as they will be
# installed, from the application image in target/dist. Read by deb.sh and rpm.sh, which set $kind.
image=target/dist/voxdesk
[ -x "$image/bin/voxdesk" ] || {
  echo "There is no $image: mvn -q -Pdist -DskipTests package makes it." >&2
  exit 1
}

# The value of an option in the description that all packages share.
described() {
  sed -n "s/^--$1 \"\{0,1\}\([^\"]*\)\"\{0,1\}\$/\1/p" installer/jpackage.args
}

name=$(described name)
vendor=$(described vendor)
summary=$(described description)
version=$(sed -n 's|.*<app-version>\(.*\)</app-version>.*|\1|p' "$image/lib/app/.jpackage.xml")

work=target/package/$kind
root=$work/root
rm -rf "$work"
mkdir -p "$root/usr/bin" "$root/usr/lib" "$root/usr/share/applications" \
  "$root/usr/share/doc/$name"

# With the times of the files, for the cache of classes is refused where those have changed.
cp -a "$image" "$root/usr/lib/$name"
# Of no use to installed programs: jpackage's own notes, its launcher, which voxdesk.sh replaces,
# and what keeps Java's certificates.
rm -f "$root/usr/lib/$name/lib/app/.jpackage.xml" "$root/usr/lib/$name/lib/libapplauncher.so" \
  "$root/usr/lib/$name/lib/$name.png" "$root/usr/lib/$name/lib/runtime/bin/keytool"
ln -s "../lib/$name/bin/$name" "$root/usr/bin/$name"

install -m 644 installer/linux/voxdesk.desktop "$root/usr/share/applications/$name.desktop"
for icon in assets/icon/voxdesk-*.png; do
  size=${icon##*-}
  size=${size%.png}
  install -D -m 644 "$icon" "$root/usr/share/icons/hicolor/${size}x$size/apps/$name.png"
done
install -D -m 644 assets/icon/voxdesk.svg "$root/usr/share/icons/hicolor/scalable/apps/$name.svg"

install -m 644 installer/linux/copyright "$root/usr/share/doc/$name/copyright"
mkdir -p "$root/usr/share/man/man1"
gzip -9nc "installer/linux/$name.1" >"$root/usr/share/man/man1/$name.1.gz"
gzip -9nc CHANGELOG.md >"$root/usr/share/doc/$name/NEWS.md.gz"
chmod 644 "$root/usr/share/man/man1/$name.1.gz" "$root/usr/share/doc/$name/NEWS.md.gz"
ln -s "../../../lib/$name/lib/app/licences" "$root/usr/share/doc/$name/licences"
find "$root" -type d -exec chmod 755 {} +
find "$root/usr/lib/$name" -type f -perm -u+x -exec chmod 755 {} +
find "$root/usr/lib/$name" -type f ! -perm -u+x -exec chmod 644 {} +
