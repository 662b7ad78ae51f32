package export

func init() {
	Register("csv", func(row []string) string { return join(row, ",") })
}
