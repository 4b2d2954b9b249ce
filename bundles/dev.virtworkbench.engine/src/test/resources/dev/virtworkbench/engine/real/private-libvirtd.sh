# private-libvirtd.sh FOLDER: a libvirtd that shares nothing with the machine's own. Everything it keeps is in FOLDER.
# For root it has to be the first process of mount and PID namespaces of its own: mounts and processes end with it.
# It obeys words on stdin (start, kill, freeze, thaw) and answers "ready", "dead" or "frozen". When stdin ends, be it because the test was
# killed, it takes all away: processes, mounts, loop devices on files in FOLDER, and FOLDER itself.
folder=$1
for part in config state cache log run data; do mkdir -p "$folder/$part"; done
cat >"$folder/libvirtd.conf" <<END
unix_sock_dir = "$folder/run"
auth_unix_ro = "none"
auth_unix_rw = "none"
log_level = 3
log_outputs = "3:file:$folder/libvirtd.log"
END

# where a test may say how people are let in
export SASL_CONF_PATH="$folder/sasl"
if [ "$(id -u)" = 0 ]; then
    mount --make-rprivate /
    own() { mkdir -p "$2" && mount --bind "$folder/$1" "$2"; }
    own config /etc/libvirt
    own state /var/lib/libvirt
    own cache /var/cache/libvirt
    own log /var/log/libvirt
    own run /run/libvirt
    # the user that Debian's libvirt wants for QEMU comes with a package that would start the machine's own daemon
    id libvirt-qemu >/dev/null 2>&1 || {
        cp /etc/passwd /etc/group "$folder"
        echo 'libvirt-qemu:x:64055:64055::/nonexistent:/usr/sbin/nologin' >>"$folder/passwd"
        echo 'libvirt-qemu:x:64055:' >>"$folder/group"
        mount --bind "$folder/passwd" /etc/passwd
        mount --bind "$folder/group" /etc/group
    }
    printf 'stdio_handler = "file"\nuser = "root"\ngroup = "root"\nsecurity_driver = "none"\n' >/etc/libvirt/qemu.conf
    printf 'dynamic_ownership = 0\nremember_owner = 0\nnamespaces = [ ]\ncgroup_controllers = [ ]\n' >>/etc/libvirt/qemu.conf
else
    export XDG_CONFIG_HOME="$folder/config" XDG_CACHE_HOME="$folder/cache" XDG_DATA_HOME="$folder/data"
    export XDG_RUNTIME_DIR="$folder/run" HOME="$folder/state"
    mkdir -p "$folder/config/libvirt" && printf 'stdio_handler = "file"\n' >"$folder/config/libvirt/qemu.conf"
fi

start() {
    # what a test has it listen to besides its socket
    listen=$(grep -q '^listen_.*1' "$folder/libvirtd.conf" && echo --listen)
    libvirtd $listen --config "$folder/libvirtd.conf" --timeout 120 --pid-file "$folder/libvirtd.pid" </dev/null >"$folder/out" 2>&1 &
    daemon=$!
    socket=$folder/run/libvirt-sock
    patience=$(($(date +%s) + 120))
    until [ -S "$socket" ] && answer=$(virsh -c "$uri" version 2>&1); do
        kill -0 "$daemon" 2>/dev/null || { echo "dead: $(cat "$folder/out")"; return; }
        [ "$(date +%s)" -lt "$patience" ] || { echo "dead: it lets nobody in: ${answer-}" | tr '\n' ' '; echo; return; }
    done
    echo ready
}

uri="qemu+unix:///$([ "$(id -u)" = 0 ] && echo system || echo session)?socket=$folder/run/libvirt-sock"
serve() {
    while read -r word; do
        case $word in
        start) start ;;
        kill)
            kill -9 "$daemon"
            wait "$daemon" 2>/dev/null
            rm -f "$folder/run/libvirt-sock" "$folder/run/libvirt-sock-ro"
            echo dead
            ;;
        freeze) kill -STOP "$daemon" && echo frozen ;;
        thaw) kill -CONT "$daemon" && echo ready ;;
        esac
    done

    kill "$daemon" 2>/dev/null
    kill -CONT "$daemon" 2>/dev/null
    wait "$daemon" 2>/dev/null
    if [ "$(id -u)" = 0 ]; then
        # nothing of this may keep a loop device busy
        kill -9 -1 2>/dev/null
        grep " $folder/" /proc/self/mounts | cut -d' ' -f2 | sort -r | while read -r place; do umount -l "$place"; done
        losetup --noheadings --raw --output NAME,BACK-FILE | while read -r loop file; do
            # a loop device that goes leaves its partitions behind
            case $file in "$folder"/*) partx -d "$loop" 2>/dev/null; losetup -d "$loop" ;; esac
        done
    fi
    cd / && rm -rf "$folder"
}

# QEMU becomes a child of the first process; one that is not waited for looks to libvirt as if it would not die
exec 3<&0
serve <&3 &
exec 3<&-
wait "$!"
