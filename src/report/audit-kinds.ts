/** What the startup audit looks for, how much it matters, and what to do about it. */
export const auditKinds = {
  // go worker()
  goroutine: {
    level: 'warning',
    title: 'starts a goroutine',
    advice:
      'start it from a function that main or a test calls, with a way to end it; leak checks see it in every test of every package that imports this one',
  },
  // net.Listen("tcp", ":8080")
  network: {
    level: 'warning',
    title: 'uses the network',
    advice: 'connect when it is first needed, with a timeout, and return the error',
  },
  // os.Open("config.json")
  file: {
    level: 'warning',
    title: 'uses a file',
    advice:
      'open it when it is first needed (sync.OnceValues) or embed it; a test runs in the folder of its package, where the file may not be',
  },
  // exec.Command("git", "rev-parse", "HEAD").Output()
  command: {
    level: 'warning',
    title: 'runs a command',
    advice: 'run it when its output is needed, or at build time (-ldflags=-X)',
  },
  // log.Fatal(err)
  exit: {
    level: 'warning',
    title: 'ends the process',
    advice:
      'return the error and let main end the process; no test has begun yet, so none can be named, and exit code 0 looks as if nothing had been wrong',
  },
  // panic(err)
  panic: {
    level: 'warning',
    title: 'panics',
    advice:
      'return the error, or make the value when it is first needed; a panic here fails every package that imports this one',
  },
  // flag.Parse()
  'flag-parse': {
    level: 'warning',
    title: 'parses flags',
    advice:
      'call it in main; package testing has not declared its flags yet, so go test ends with "flag provided but not defined: -test..."',
  },
  // time.Sleep(time.Second)
  wait: {
    level: 'warning',
    title: 'waits',
    advice: 'wait where the result is needed; everything that imports this package waits with it',
  },
  // template.Must(template.ParseFiles("page.html"))
  must: {
    level: 'note',
    title: 'panics if its input is wrong',
    advice: 'use the function that returns an error, unless the input is the same in every process',
  },
  // os.Getenv("DSN")
  environment: {
    level: 'note',
    title: 'reads the environment',
    advice: 'read it in main and hand the value on; t.Setenv comes too late for what is read here',
  },
  // flag.String("addr", "", ""), http.HandleFunc("/", home)
  registration: {
    level: 'note',
    title: 'registers globally',
    advice:
      'use a flag.FlagSet or http.ServeMux of your own; a second registration of a name panics',
  },
  // os.Setenv("TZ", "UTC")
  'process-state': {
    level: 'note',
    title: 'changes the process',
    advice: 'do it in main or in TestMain; every test of every importing package is run with it',
  },
} as const satisfies Record<string, { level: 'warning' | 'note'; title: string; advice: string }>;

export type AuditKind = keyof typeof auditKinds;
