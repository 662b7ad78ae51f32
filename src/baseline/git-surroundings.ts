/** What git sets for its hooks and aliases, about its own repository: elsewhere it leads astray. */
export const ofOuterGit: readonly string[] = [
  ...['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'],
  ...['GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_QUARANTINE_PATH'],
  ...['GIT_NAMESPACE', 'GIT_SHALLOW_FILE', 'GIT_GRAFT_FILE', 'GIT_REPLACE_REF_BASE'],
  'GIT_IMPLICIT_WORK_TREE',
];

/** Before the subcommand: no hooks, no daemon, nothing in the background, names as they are. */
export const quietly: readonly string[] = [
  ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.quotePath=false'],
  ...['gc.auto=0', 'maintenance.auto=false', 'advice.detachedHead=false'],
].flatMap((setting) => ['-c', setting]);
