# Sourced after jdk.sh: builds Plenum where it is missing or older than its sources, and starts it quickly.

PLENUM_TARGET="$PLENUM_HOME/target"
PLENUM_APP="$PLENUM_TARGET/app"
# A cache is used only by a virtual machine with the options it was made with.
PLENUM_JVM=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC)
# The server is long-lived, so with the collector that pauses least. Its heap begins small, has room for as many screens as
# may be connected, and grows only where collecting would otherwise take a fifth of the time. What the compiler needed is
# given back, and no method may have it take more than 48 MB, as one of the database's would. A server without memory
# ends, since one that goes on without some of its threads would leave people waiting.
PLENUM_SERVER_JVM=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  -Xms96m -Xmx1g -XX:GCTimeRatio=4 -XX:TrimNativeHeapInterval=2000 -XX:CompileCommand=quiet
  '-XX:CompileCommand=memlimit,*.*,48M~stop' -XX:+ExitOnOutOfMemoryError -XX:+UseCompactObjectHeaders)

# What is run: the jar taken apart, which starts faster than the jar itself.
plenum_is_built() {
  [ -f "$PLENUM_APP/plenum.jar" ] &&
    [ -z "$(find "$PLENUM_HOME/src/main" "$PLENUM_HOME/pom.xml" -newer "$PLENUM_APP/built" -print -quit 2>/dev/null)" ] &&
    [ -f "$PLENUM_APP/built" ]
}

plenum_build() {
  plenum_is_built && return 0
  mkdir -p "$PLENUM_TARGET"
  # Two commands given at once build once.
  if command -v flock >/dev/null 2>&1; then
    exec 8>"$PLENUM_TARGET/build.lock"
    flock -n 8 || { echo "plenum: another build is going on, waiting for it …" >&2; flock 8; }
  fi
  if ! plenum_is_built; then
    plenum_build_now
  fi
  exec 8>&-
}

plenum_build_now() {
  echo "plenum: building, a minute or two the first time (log: target/build.log) …" >&2
  local stamp="$PLENUM_TARGET/build.stamp"
  touch "$stamp"
  plenum_mvn -q package -DskipTests >"$PLENUM_TARGET/build.log" 2>&1 || {
    grep -E 'ERROR' "$PLENUM_TARGET/build.log" | head -20 >&2
    plenum_fail "the build failed; target/build.log says why."
  }
  rm -rf "$PLENUM_APP"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$PLENUM_TARGET/plenum.jar" extract --destination "$PLENUM_APP" \
    >>"$PLENUM_TARGET/build.log" 2>&1 || plenum_fail "the jar could not be taken apart; target/build.log says why."
  # What the virtual machine learns here makes each start about twice as fast; without it everything works too.
  plenum_rehearse commands "${PLENUM_JVM[@]}" -jar "$PLENUM_APP/plenum.jar" warm-up
  plenum_rehearse server "${PLENUM_SERVER_JVM[@]}" -jar "$PLENUM_APP/plenum.jar" warm-up --server
  # The moment the build began: what was edited meanwhile is newer.
  mv "$stamp" "$PLENUM_APP/built"
}

plenum_rehearse() (
  cache="$PLENUM_APP/$1.aot"
  shift
  # A rehearsal is a demonstration in a folder of its own, whatever the server is going to be.
  java="$JAVA_HOME/bin/java" log="$PLENUM_TARGET/build.log"
  unset $(env | sed -n 's/^\(PLENUM_[A-Z_]*\)=.*/\1/p')
  "$java" -XX:AOTCacheOutput="$cache" "$@" >>"$log" 2>&1 || {
    rm -f "$cache"
    echo "plenum: the rehearsal failed, so each start takes longer; $log says why." >&2
  }
)

# Most commands are short, so the quick compiler is enough; these may work on a million entries.
plenum_command() {
  local tuning=(-XX:TieredStopAtLevel=1)
  case " $* " in
    # What verifying keeps is little, so a small heap, which may grow, does for a million entries.
    *" verify "*) tuning=(-Xms64m -Xmn40m) ;;
    *" export "* | *" audit "*) tuning=() ;;
  esac
  plenum_java "${PLENUM_JVM[@]}" ${tuning[@]+"${tuning[@]}"} -XX:AOTCache="$PLENUM_APP/commands.aot" -Xlog:disable \
    -jar "$PLENUM_APP/plenum.jar" "$@"
}

plenum_serve() {
  plenum_java "${PLENUM_SERVER_JVM[@]}" -XX:AOTCache="$PLENUM_APP/server.aot" -Xlog:disable \
    -jar "$PLENUM_APP/plenum.jar" serve "$@"
}

plenum_java() {
  exec "$JAVA_HOME/bin/java" "$@"
}
