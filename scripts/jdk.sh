# Sourced by the other scripts: finds a JDK 25 and Maven, sets JAVA_HOME, or ends with one clear sentence.

plenum_fail() {
  printf 'plenum: %s\n' "$1" >&2
  exit 2
}

plenum_is_jdk25() {
  [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -qE '^javac 25([.+-]|$)'
}

plenum_find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "${JDK_25:-}" \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac 2>/dev/null || echo /nonexistent/bin/javac)")")")" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.m2/jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && plenum_is_jdk25 "$candidate"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  plenum_fail "no JDK 25 found: install one (for example Temurin 25) or set JAVA_HOME to it."
}

plenum_mvn() {
  command -v mvn >/dev/null 2>&1 || plenum_fail "Maven not found: install it so that 'mvn' is on the PATH."
  # Maven 3.8 brings a library that calls a deprecated JDK method; the warning says nothing about Plenum.
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
    mvn -B -ntp -f "$PLENUM_HOME/pom.xml" "$@"
}

PLENUM_HOME="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
plenum_find_jdk
