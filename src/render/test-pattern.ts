const plainTest = /^(?:Test|Fuzz|Example|Benchmark)[\p{L}\p{Nd}_]{0,200}$/u;
/** What stands for itself within quotes of a shell, and in a regular expression but for those below. */
const plainPart = /^[\p{L}\p{Nd}_#=,:@%.+*()?{}-]{1,200}$/u;
const special = /[.+*()?{}]/g;
const maxChars = 500;

/**
 * `^TestTable$/^odd_number$`: the pattern of -run for one test and no other. Of a name whose parts cannot all be written the test with
 * its subtests; null where that cannot be written either.
 */
export function testPattern(name: string): string | null {
  const [top = '', ...subtests] = name.split('/');
  if (!plainTest.test(top)) return null;
  const whole = `^${top}$`;
  if (!subtests.every((part) => plainPart.test(part))) return whole;
  const parts = subtests.map((part) => `^${part.replace(special, '[$&]')}$`);
  const pattern = [whole, ...parts].join('/');
  return pattern.length > maxChars ? whole : pattern;
}
