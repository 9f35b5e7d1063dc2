# Leaves word of the commit in buildlog's home: one small file. Whatever goes wrong, the commit stands.
(
  umask 077
  buildlog_inbox=${BUILDLOG_HOME:-$HOME/.buildlog}/inbox/git
  buildlog_commit=$(git rev-parse HEAD) || exit 0
  buildlog_root=$(pwd -P)
  case $buildlog_root in
    *[[:cntrl:]]*) exit 0 ;;
    *[\"\\]*) buildlog_root=$(printf %s "$buildlog_root" | sed 's/[\\"]/\\&/g') ;;
  esac
  [ -d "$buildlog_inbox" ] || mkdir -p "$buildlog_inbox"
  printf '{"root": "%s", "commit": "%s"}\n' "$buildlog_root" "$buildlog_commit" >"$buildlog_inbox/.$buildlog_commit.$$" &&
    mv "$buildlog_inbox/.$buildlog_commit.$$" "$buildlog_inbox/$buildlog_commit.json"
) >/dev/null 2>&1 || :
