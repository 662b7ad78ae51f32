// Package rates knows exchange rates.
package rates

const Percent = 110
