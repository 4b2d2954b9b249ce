# What a build needs: a JDK, Maven and libvirt's schemas. All that lacks is noted first and installed at once.

. "$top/releng/setup/jdk.sh"
. "$top/releng/setup/maven.sh"
. "$top/releng/setup/libvirt.sh"

need_build_tools() {
    need_jdk
    need_maven
    need_schemas
}

# find_build_tools: sets jdk, maven, schemas and libvirt_version.
find_build_tools() {
    find_jdk
    find_maven
    find_schemas
}
