# For the scenarios: guarded runs by root and by plain users, each with its own folder below /results.
# shellcheck shell=sh
umask 0 # they share a Go build cache

# as USER COMMAND...: runs a command with that user's rights, groups and home.
as() {
  user=$1
  shift
  home=/home/$user
  if [ "$user" = root ]; then home=/root; fi
  setpriv --reuid="$user" --regid="$user" --init-groups env HOME="$home" USER="$user" "$@"
}

# guarded NAME USER ARGUMENTS...: one guarded run; /results/NAME gets the run folder, what it printed and its exit code.
guarded() {
  name=$1
  run_as=$2
  shift 2
  mkdir -p "/results/$name"
  code=0
  as "$run_as" node "$TREE/dist/cli.js" run --dir "$TREE/module" --out "/results/$name/run" --legs memory --fresh "$@" \
    >"/results/$name/printed.txt" 2>&1 || code=$?
  echo "$code" >"/results/$name/code"
  echo "$name: code $code after $(cut -d ' ' -f 1 /proc/uptime) s"
}

# in_group DIRECTORY COMMAND...: runs a command, which may be a function, inside a control group.
in_group() (
  dir=$1
  shift
  sh -c "echo \$PPID >'$dir/cgroup.procs'"
  "$@"
)

# kill_soon FILE: waits up to five minutes for a test to write its process into a file, and kills it a second later.
kill_soon() {
  tries=0
  until pid=$(cat "$1" 2>/dev/null) && [ -n "$pid" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ]; then return 1; fi
    sleep 0.5
  done
  sleep 1
  kill -KILL "$pid"
}
