#!/usr/bin/env bash
# Makes a virtual environment: make_venv.sh FOLDER. Debian ships Python without the means to (package
# python3-venv); root gets it installed, others are told.
set -euo pipefail

folder=$1

if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        export DEBIAN_FRONTEND=noninteractive
        apt-get -qq update >/dev/null
        apt-get -qq install -y --no-install-recommends python3 python3-venv >/dev/null
    else
        echo "Python cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2
        echo "Python 缺少 venv 模块；Debian 上请运行 apt-get install python3-venv" >&2
        exit 1
    fi
fi
python3 -m venv --clear "$folder"
