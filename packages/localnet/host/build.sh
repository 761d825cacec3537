#!/usr/bin/env bash
# Builds the Soroban host for WebAssembly, reproducibly, and records what it was built from.
#
# Needs rustc, cargo and the standard library's source of one version (CARGO and RUSTC may name them), wasm-ld, wasm-opt and the
# workspace's Node.
# KEEP_TARGET may name a target folder to reuse between builds.
set -euo pipefail
cd "$(dirname "$0")"

out=../host-wasm
export PATH="$PWD/../../../node_modules/.bin:$PATH" # the workspace's own Node
export RUSTC="${RUSTC:-$(test -x /usr/bin/rustc && echo /usr/bin/rustc || command -v rustc)}"
cargo="${CARGO:-$(test -x /usr/bin/cargo && echo /usr/bin/cargo || command -v cargo)}"
export CARGO_HOME="${CARGO_HOME:-$HOME/.cargo}"
export CARGO_TARGET_DIR="${KEEP_TARGET:-$PWD/target}"
export RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld
# No path of this machine may reach the binary. The stack is for deeply nested values and cross-contract calls.
std_source="$("$RUSTC" --print sysroot)/lib/rustlib/src/rust"
export RUSTFLAGS="-Zlocation-detail=none --remap-path-prefix=$CARGO_HOME/registry/src= --remap-path-prefix=$std_source= \
--remap-path-prefix=$PWD= -Clink-arg=-zstack-size=4194304"

"$cargo" build --release --locked -Z build-std=std,panic_abort --target wasm32-unknown-unknown
mkdir -p "$out"
wasm-opt -Oz --enable-bulk-memory --enable-sign-ext --enable-mutable-globals --enable-nontrapping-float-to-int \
  --strip-debug --strip-producers \
  "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/heliobond_soroban_host.wasm" -o "$out/soroban_host.wasm"
node write-manifest.ts "$("$RUSTC" --version)" "$(wasm-opt --version)"
