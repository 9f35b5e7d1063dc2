# Keeps commits off protected branches. Which they are: git config buildlog.protectedBranches "main release"; '' for none.
if [ "${BUILDLOG_ENFORCE:-1}" != 0 ] && git rev-parse -q --verify HEAD >/dev/null 2>&1; then
  buildlog_branch=$(git symbolic-ref -q --short HEAD || :)
  buildlog_protected=$(git config --get buildlog.protectedBranches || echo main master)
  case " $buildlog_protected " in
    *" ${buildlog_branch:-/} "*)
      echo "buildlog: $buildlog_branch takes no direct commits. Begin a branch: git switch -c NAME" >&2
      echo "buildlog: this once all the same: BUILDLOG_ENFORCE=0 git commit ..." >&2
      exit 1 ;;
  esac
fi
