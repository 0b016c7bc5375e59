#!/usr/bin/env bash
# Writes a version into the production manifests, and the digest of its image once that exists: pin.sh 1.2.3 [sha256:…]
set -euo pipefail
version=$1 digest=${2-} manifests=${3:-$(dirname "$0")/../../../k8s}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ && ($# == 1 || $digest =~ ^sha256:[0-9a-f]{64}$) ]] || {
    echo "usage: pin.sh VERSION [DIGEST [MANIFESTS]]" >&2
    exit 2
}
cd "$manifests/overlays/production"
sed -i -E -e '/^    digest: /d' -e "s|^(    newTag: ).*|\1$version${digest:+\n    digest: $digest}|" kustomization.yaml
sed -i -E "s|(app.kubernetes.io/version: ).*|\1$version|" version.yaml
