# Java takes the names of files for what the locale says, and the C locale knows no letters but English ones.
case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
'' | C | POSIX)
    export LC_CTYPE=C.UTF-8
    [ -z "${LC_ALL-}" ] || export LC_ALL=C.UTF-8
    ;;
esac
