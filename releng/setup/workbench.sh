# Builds the product for this machine and opens it, or takes a picture of it. Sourced by ./run and ./test.

for part in machine build-tools display; do
    . "$top/releng/setup/$part.sh"
done

product=$top/releng/product/target
product_built=$product/built     # as old as the start of the build: whatever is edited while it runs is newer

# find_platform: sets platform_os, platform_ws and platform_arch in Eclipse's words, and product_home.
find_platform() {
    case $(uname -s) in
    Darwin) platform_os=macosx platform_ws=cocoa ;;
    *) platform_os=linux platform_ws=gtk ;;
    esac
    case $(uname -m) in
    arm64 | aarch64) platform_arch=aarch64 ;;
    *) platform_arch=x86_64 ;;
    esac
    product_home=$product/products/virt-workbench/$platform_os/$platform_ws/$platform_arch/virt-workbench
    [ $platform_os = linux ] || product_home=$product_home.app/Contents/Eclipse
}

product_is_built() {
    [ -r "$product_home/start.sh" ] && [ -r "$product_built" ] && [ -z "$(find "$top/pom.xml" "$top/bundles" "$top/features" \
        "$top/lsp-server/pom.xml" "$top/lsp-server/src/main" "$top/releng/pom.xml" "$top/releng/product" \
        "$top/releng/target-platform" "$top/samples" \( -name target -o -name test -o -name '*.tests' \) -prune -o \
        -type f ! -name '.*' -cnewer "$product_built" -print -quit)" ]
}

# ready_product: builds what is missing or older than its sources. Sets jdk and product_home.
ready_product() {
    find_platform
    need_build_tools
    install_lacking
    find_build_tools
    product_is_built || with_lock build_product || exit $?
}

build_product() {
    product_is_built && return 0     # another start of this tree has just built it
    say "building the workbench"
    mkdir -p "$product" && : >"$top/target/built.new"
    JAVA_HOME=$jdk "$maven" -q -B -ntp -f "$top/pom.xml" -pl '!bundles/dev.virtworkbench.ui.tests,!releng/site,!releng/fresh-platform' \
        -Dmaven.test.skip=true "-Dplatform.os=$platform_os" "-Dplatform.ws=$platform_ws" "-Dplatform.arch=$platform_arch" \
        "-Dlibvirt.schemas=$schemas" "-Dlibvirt.version=$libvirt_version" verify \
        >"$top/target/workbench.log" 2>&1 </dev/null || {
        grep '^.ERROR' "$top/target/workbench.log" | tail -n 30 >&2
        stop "the build failed (whole log: $top/target/workbench.log)"
    }
    mv -f "$top/target/built.new" "$product_built"
}

# open_workbench WORD...: becomes the workbench.
open_workbench() {
    case $platform_os in
    linux) start=virt-workbench ;;
    *) start=virt-workbench.command ;;
    esac
    exec env "JAVA_HOME=$jdk" "$product_home/$start" "$@"
}

# picture_workbench FILE: opens the workbench on a screen in memory and an empty workspace, takes its picture, closes it.
picture_workbench() (
    workspace=$(mktemp -d) || return 1
    trap 'rm -rf "$workspace"' EXIT
    mkdir -p "$(dirname "$1")"
    on_screen env "JAVA_HOME=$jdk" "$top/releng/setup/picture.sh" "$1" "Virt Workbench" \
        "$product_home/virt-workbench" -data "$workspace/data" >/dev/null
)

# main_job: the workbench for whoever can see it; for everybody else the same work in the terminal, and a picture.
main_job() {
    if has_display; then
        need_gtk
        ready_product
        open_workbench
    fi
    say "no display here: the main job in the terminal instead, and a picture of the workbench"
    need_screen
    ready_product
    "$jdk/bin/java" --enable-native-access=ALL-UNNAMED -cp "$product_home/plugins/*" dev.virtworkbench.tour.Tour "$top/samples"
    ended=$?
    picture=$top/target/workbench.png
    picture_workbench "$picture" || stop "the workbench did not open on a screen in memory"
    say "picture of the workbench: $picture"
    exit "$ended"
}
