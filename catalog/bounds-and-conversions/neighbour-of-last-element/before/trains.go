// Package trains looks at timetables.
package trains

// LongestGap gives the longest time between two trains, in minutes.
func LongestGap(times []int) int {
	longest := 0
	for i := range times {
		gap := times[i+1] - times[i] //crash:blame
		longest = max(longest, gap)
	}
	return longest
}
