#!/bin/sh
# Starts Voxdesk as lib/app/voxdesk.cfg says. The launcher that jpackage makes does so too, but asks
# rpm and dpkg first which package it belongs to, which takes as long as starting Java.
app=$(dirname "$(dirname "$(readlink -f "$0")")")/lib/app
unset JDK_JAVA_OPTIONS language
# Without a locale that knows more than ASCII, as in jobs of cron or where the one asked for is not
# installed, Java would lose every other letter in names of files and values.
case $(locale charmap 2>/dev/null) in
  ANSI_X3.4-1968 | '')
    case ${LC_ALL:-${LC_MESSAGES:-${LANG-}}} in
      zh*) language='-Duser.language=zh -Duser.country=CN' ;;
    esac
    export LC_ALL=C.UTF-8
    ;;
esac
while IFS='=' read -r key value; do
  case $value in
    *'$APPDIR'*) value=${value%%'$APPDIR'*}$app${value#*'$APPDIR'} ;;
  esac
  case $key in
    app.classpath) class_path=$class_path${class_path:+:}$value ;;
    app.mainclass) main_class=$value ;;
    '[JavaOptions]') set -- -cp "$class_path" "$main_class" "$@" ;;
    java-options) set -- "$value" "$@" ;;
  esac
done <"$app/voxdesk.cfg"
# The options are in the reverse order by now; the one that unlocks others must come before them.
# shellcheck disable=SC2086 # Two words, or none.
exec "$app/../runtime/bin/java" ${language-} -XX:+UnlockDiagnosticVMOptions "$@"
