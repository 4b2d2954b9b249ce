# A display where there is none: what a workbench needs to be drawn, and a screen in memory to draw it on.

need_gtk() { need_file '/usr/lib/*/libgtk-3.so.0' libgtk-3-0; }

need_screen() {
    need_gtk
    need_program Xvfb xvfb
    need_program xvfb-run xvfb
    need_program xauth xauth
    need_program openbox openbox
    need_program import imagemagick
    need_program xdotool xdotool
    need_file /usr/share/icons/Adwaita/index.theme adwaita-icon-theme
    # GTK's own check marks and arrows
    need_file '/usr/lib/*/gdk-pixbuf-2.0/*/loaders/libpixbufloader?svg.so' librsvg2-common
    need_file /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf fonts-dejavu-core
    need_file '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' fonts-noto-cjk
}

# has_display: a person may be looking.
has_display() { [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || [ "$(uname -s)" = Darwin ]; }

# on_screen COMMAND...: runs it on a screen of its own, with a window manager; both go with it.
on_screen() {
    NO_AT_BRIDGE=1 GTK_A11Y=none xvfb-run -a -s '-screen 0 1600x1000x24' \
        sh -c 'openbox >/dev/null 2>&1 & manager=$!; "$@"; code=$?; kill "$manager"; exit "$code"' on_screen "$@"
}
