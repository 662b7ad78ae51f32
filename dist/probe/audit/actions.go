package main

import (
	"regexp"
	"strings"
)

type kind string

const (
	startsGoroutine kind = "goroutine"
	usesFile        kind = "file"
	usesNetwork     kind = "network"
	runsCommand     kind = "command"
	readsWorld      kind = "environment"
	exits           kind = "exit"
	panics          kind = "panic"
	mustSucceed     kind = "must"
	waits           kind = "wait"
	registers       kind = "registration"
	parsesFlags     kind = "flag-parse"
	setsProcess     kind = "process-state"
)

// actionRows says what calling a function of the standard library does; `in` is a package or the receiver of methods.
var actionRows = []struct {
	kind  kind
	in    string
	names string
}{
	// signal.Notify(c, os.Interrupt) starts the goroutine that waits for signals; sql.Open one that opens connections.
	{startsGoroutine, "os/signal", "Notify NotifyContext Ignore"},
	{startsGoroutine, "database/sql", "Open OpenDB"},
	{startsGoroutine, "time", "AfterFunc"},
	{startsGoroutine, "(*net/http.Server)", "Serve ListenAndServe ListenAndServeTLS ServeTLS"},

	// os.Open("config.json")
	{usesFile, "os", "Open OpenFile Create CreateTemp Mkdir MkdirAll MkdirTemp ReadFile WriteFile ReadDir Remove RemoveAll Rename Link Symlink Truncate Chmod Chown Stat Lstat OpenRoot OpenInRoot CopyFS Pipe"},
	{usesFile, "io/ioutil", "ReadFile WriteFile ReadDir TempFile TempDir"},
	{usesFile, "path/filepath", "Walk WalkDir Glob EvalSymlinks"},
	{usesFile, "html/template", "ParseFiles ParseGlob"},
	{usesFile, "(*html/template.Template)", "ParseFiles ParseGlob"},
	{usesFile, "text/template", "ParseFiles ParseGlob"},
	{usesFile, "(*text/template.Template)", "ParseFiles ParseGlob"},
	{usesFile, "crypto/tls", "LoadX509KeyPair"},
	{usesFile, "crypto/x509", "SystemCertPool"},
	{usesFile, "time", "LoadLocation"},
	{usesFile, "plugin", "Open"},
	{usesFile, "os/user", "Current Lookup LookupId LookupGroup LookupGroupId"},
	{usesFile, "log/syslog", "New NewLogger Dial"},
	{usesFile, "archive/zip", "OpenReader"},
	{usesFile, "syscall", "Open Mkdir Pipe Unlink"},

	// net.Listen("tcp", ":8080")
	{usesNetwork, "net", "Dial DialTimeout DialTCP DialUDP DialUnix DialIP Listen ListenPacket ListenTCP ListenUDP ListenUnix ListenIP ListenMulticastUDP LookupHost LookupIP LookupAddr LookupCNAME LookupMX LookupNS LookupPort LookupSRV LookupTXT ResolveTCPAddr ResolveUDPAddr ResolveIPAddr Interfaces InterfaceAddrs InterfaceByName"},
	{usesNetwork, "(*net.Dialer)", "Dial DialContext"},
	{usesNetwork, "(*net.ListenConfig)", "Listen ListenPacket"},
	{usesNetwork, "(*net.Resolver)", "LookupHost LookupIP LookupIPAddr LookupAddr LookupCNAME LookupMX LookupNS LookupSRV LookupTXT"},
	{usesNetwork, "net/http", "Get Head Post PostForm ListenAndServe ListenAndServeTLS Serve ServeTLS"},
	{usesNetwork, "(*net/http.Client)", "Do Get Head Post PostForm"},
	{usesNetwork, "crypto/tls", "Dial DialWithDialer Listen"},
	{usesNetwork, "net/rpc", "Dial DialHTTP Accept"},
	{usesNetwork, "net/smtp", "Dial SendMail"},
	{usesNetwork, "(*database/sql.DB)", "Ping PingContext Exec ExecContext Query QueryContext QueryRow QueryRowContext Begin BeginTx Prepare"},
	{usesNetwork, "syscall", "Socket Connect Bind Listen"},

	// exec.Command("git", "rev-parse", "HEAD").Output()
	{runsCommand, "(*os/exec.Cmd)", "Run Start Output CombinedOutput"},
	{runsCommand, "os", "StartProcess"},
	{runsCommand, "syscall", "Exec ForkExec StartProcess"},

	// os.Getenv("HOME")
	{readsWorld, "os", "Getenv LookupEnv Environ ExpandEnv Hostname Getwd Executable UserHomeDir UserCacheDir UserConfigDir Args Getpid Getppid Getuid"},
	{readsWorld, "syscall", "Getenv Environ"},
	{readsWorld, "os/exec", "LookPath"},
	{readsWorld, "net/http", "ProxyFromEnvironment"},

	// log.Fatal(err)
	{exits, "os", "Exit"},
	{exits, "syscall", "Exit"},
	{exits, "log", "Fatal Fatalf Fatalln"},
	{exits, "(*log.Logger)", "Fatal Fatalf Fatalln"},
	{exits, "runtime", "Goexit"},

	// panic(err) itself is no function of a package.
	{panics, "log", "Panic Panicf Panicln"},
	{panics, "(*log.Logger)", "Panic Panicf Panicln"},

	// time.Sleep(time.Second)
	{waits, "time", "Sleep"},
	{waits, "(*sync.WaitGroup)", "Wait"},
	{waits, "(*sync.Cond)", "Wait"},
	{waits, "(*os/exec.Cmd)", "Wait"},
	{waits, "(*os.Process)", "Wait"},

	// flag.String("addr", ":80", "where to listen"); http.HandleFunc("/", home)
	{registers, "flag", "Bool BoolVar BoolFunc Duration DurationVar Float64 Float64Var Func Int IntVar Int64 Int64Var String StringVar TextVar Uint UintVar Uint64 Uint64Var Var"},
	{registers, "github.com/spf13/pflag", "Bool BoolP BoolVar BoolVarP Duration DurationP DurationVar DurationVarP Int IntP IntVar IntVarP String StringP StringVar StringVarP StringSlice StringSliceVar Var VarP"},
	{registers, "net/http", "Handle HandleFunc"},
	{registers, "net/rpc", "Register RegisterName HandleHTTP"},
	{registers, "expvar", "Publish NewInt NewFloat NewMap NewString"},
	{registers, "database/sql", "Register"},
	{registers, "encoding/gob", "Register RegisterName"},
	{registers, "image", "RegisterFormat"},
	{registers, "crypto", "RegisterHash"},

	// flag.Parse() in an init function comes before package testing has declared its flags.
	{parsesFlags, "flag", "Parse"},
	{parsesFlags, "github.com/spf13/pflag", "Parse"},
	{parsesFlags, "testing", "Init"},

	// os.Setenv("TZ", "UTC")
	{setsProcess, "os", "Setenv Unsetenv Clearenv Chdir"},
	{setsProcess, "syscall", "Setenv Unsetenv Clearenv Chdir Setrlimit Umask"},
	{setsProcess, "runtime", "GOMAXPROCS SetBlockProfileRate SetMutexProfileFraction"},
	{setsProcess, "runtime/debug", "SetGCPercent SetMaxStack SetMaxThreads SetMemoryLimit SetPanicOnFault SetTraceback SetCrashOutput"},
	{setsProcess, "log", "SetOutput SetFlags SetPrefix"},
	{setsProcess, "log/slog", "SetDefault"},
	{setsProcess, "math/rand", "Seed"},
	{setsProcess, "os/signal", "Reset"},
}

var actions = func() map[string]kind {
	table := map[string]kind{}
	for _, row := range actionRows {
		for _, name := range strings.Fields(row.names) {
			table[row.in+"."+name] = row.kind
		}
	}
	return table
}()

// importRows are packages that do something when they are imported for nothing else.
var importRows = map[string]kind{
	"net/http/pprof":                registers, // handlers below /debug/pprof/
	"expvar":                        registers, // /debug/vars
	"golang.org/x/net/trace":        registers, // /debug/requests
	"github.com/mkevac/debugcharts": registers,
}

// defaultRegistries are the receivers whose methods register something for the whole process.
var defaultRegistries = map[string]string{
	"net/http.DefaultServeMux": "net/http",
	"flag.CommandLine":         "flag",
}

// callsBack names functions that call what they are given before they return.
var callsBack = func() map[string]bool {
	table := map[string]bool{}
	for _, name := range strings.Fields("(*sync.Once).Do (*sync.Map).Range sort.Slice sort.SliceStable sort.Search slices.SortFunc slices.IndexFunc strings.Map strings.FieldsFunc path/filepath.Walk path/filepath.WalkDir io/fs.WalkDir flag.VisitAll flag.Visit maps.DeleteFunc") {
		table[name] = true
	}
	return table
}()

// exitName matches what loggers call the function that logs and ends the process: klog.Fatalf, zap's (*Logger).Fatal.
var exitName = regexp.MustCompile(`^Fatal(f|ln|w|Depth|DepthF|Context)?$`)

// mustName matches functions that panic when they cannot do what they are asked: template.Must, uuid.MustParse.
var mustName = regexp.MustCompile(`^Must([A-Z_]|$)`)
