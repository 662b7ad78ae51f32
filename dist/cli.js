#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  InputError,
  __commonJS,
  __require,
  __toESM,
  _enum,
  _nonnegative,
  aligned,
  array,
  baseOfTest,
  binaryName,
  blackBoxSchema,
  boolean,
  causeOfCrash,
  causePage,
  causeSchema,
  checkListed,
  chooseCeiling,
  choosePatterns,
  clip,
  commandRunner,
  compare,
  comparisonSchema,
  contentOf,
  crashPage,
  crashSchema,
  createCancellation,
  createCrashScanner,
  createGoroutineParser,
  decodeRun,
  describeFailure,
  describeFailure2,
  discriminatedUnion,
  enclosingFunction,
  endingSchema,
  examine,
  exitCode,
  exitCodes,
  extend,
  findGuilt,
  findModules,
  finishCores,
  formatAmount,
  formatBytes,
  formatChange,
  formatDuration,
  formatShare,
  formatShare2,
  frameLine,
  fulfilled,
  goTestFiles,
  guard,
  headBytes,
  heapFigures,
  heapMetrics,
  heapRecordSchema,
  holdersOf,
  inspectCore,
  inspectGo,
  int,
  investigate,
  isBelow,
  isChargeable,
  isRuntime,
  isSameLine,
  isUsual,
  joinQuotedWords,
  keyId,
  layout,
  listFields,
  listGoroutines,
  listNames,
  literal,
  loadCatalog,
  loadSettings,
  machinePorts,
  makeReport,
  maxUnpackedBytes,
  median,
  moduleOf,
  moreLine,
  nearest,
  newerLayout,
  noGoTestFlags,
  nowhereElse,
  nullable,
  number,
  object,
  oneLine,
  openClone,
  openStore,
  optional,
  packageMetrics,
  packageOf,
  parseEndRecord,
  parseEvent,
  parseGoList,
  parseGoTestFlags,
  parseGuardRecord,
  parsePath,
  parseSnapshotMeta,
  parseStartRecord,
  plainFrame,
  plural,
  preflight,
  printable,
  readAgain,
  readBaselineFile,
  readBounded,
  readBoundedBytes,
  readMachine,
  readMarker,
  readPaths,
  readProfile,
  readRecorded,
  readRunPlan,
  readUserOverlay,
  record,
  recordFigures,
  recordPath,
  recursionOf,
  relativeTo,
  renames,
  renderChecks,
  renderComparison,
  renderInspection,
  renderResult,
  reportCrashes,
  repositoryAt,
  repositoryFile,
  require_mod,
  shareable,
  shortCommit,
  shortName,
  splitBuildText,
  splitLines,
  splitQuotedWords,
  standing,
  string,
  sumCallSites,
  terminalProgress,
  textLine,
  tuple,
  uninterrupted,
  unpackedHead,
  userFrame,
  version,
  withoutSecrets
} from "./chunks/chunk-RGQLDISC.js";

// node_modules/commander/lib/error.js
var require_error = __commonJS({
  "node_modules/commander/lib/error.js"(exports) {
    var CommanderError2 = class extends Error {
      /**
       * Constructs the CommanderError class
       * @param {number} exitCode suggested exit code which could be used with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       */
      constructor(exitCode2, code, message) {
        super(message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
        this.code = code;
        this.exitCode = exitCode2;
        this.nestedError = void 0;
      }
    };
    var InvalidArgumentError2 = class extends CommanderError2 {
      /**
       * Constructs the InvalidArgumentError class
       * @param {string} [message] explanation of why argument is invalid
       */
      constructor(message) {
        super(1, "commander.invalidArgument", message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
      }
    };
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
  }
});

// node_modules/commander/lib/argument.js
var require_argument = __commonJS({
  "node_modules/commander/lib/argument.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Argument2 = class {
      /**
       * Initialize a new command argument with the given name and description.
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @param {string} name
       * @param {string} [description]
       */
      constructor(name, description) {
        this.description = description || "";
        this.variadic = false;
        this.parseArg = void 0;
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.argChoices = void 0;
        switch (name[0]) {
          case "<":
            this.required = true;
            this._name = name.slice(1, -1);
            break;
          case "[":
            this.required = false;
            this._name = name.slice(1, -1);
            break;
          default:
            this.required = true;
            this._name = name;
            break;
        }
        if (this._name.endsWith("...")) {
          this.variadic = true;
          this._name = this._name.slice(0, -3);
        }
      }
      /**
       * Return argument name.
       *
       * @return {string}
       */
      name() {
        return this._name;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Argument}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Set the custom handler for processing CLI command arguments into argument values.
       *
       * @param {Function} [fn]
       * @return {Argument}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Only allow argument value to be one of choices.
       *
       * @param {string[]} values
       * @return {Argument}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Make argument required.
       *
       * @returns {Argument}
       */
      argRequired() {
        this.required = true;
        return this;
      }
      /**
       * Make argument optional.
       *
       * @returns {Argument}
       */
      argOptional() {
        this.required = false;
        return this;
      }
    };
    function humanReadableArgName(arg) {
      const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
      return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
    }
    exports.Argument = Argument2;
    exports.humanReadableArgName = humanReadableArgName;
  }
});

// node_modules/commander/lib/help.js
var require_help = __commonJS({
  "node_modules/commander/lib/help.js"(exports) {
    var { humanReadableArgName } = require_argument();
    var Help2 = class {
      constructor() {
        this.helpWidth = void 0;
        this.minWidthToWrap = 40;
        this.sortSubcommands = false;
        this.sortOptions = false;
        this.showGlobalOptions = false;
      }
      /**
       * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
       * and just before calling `formatHelp()`.
       *
       * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
       *
       * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
       */
      prepareContext(contextOptions) {
        this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
      }
      /**
       * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
       *
       * @param {Command} cmd
       * @returns {Command[]}
       */
      visibleCommands(cmd) {
        const visibleCommands = cmd.commands.filter((cmd2) => !cmd2._hidden);
        const helpCommand = cmd._getHelpCommand();
        if (helpCommand && !helpCommand._hidden) {
          visibleCommands.push(helpCommand);
        }
        if (this.sortSubcommands) {
          visibleCommands.sort((a, b) => {
            return a.name().localeCompare(b.name());
          });
        }
        return visibleCommands;
      }
      /**
       * Compare options for sort.
       *
       * @param {Option} a
       * @param {Option} b
       * @returns {number}
       */
      compareOptions(a, b) {
        const getSortKey = (option) => {
          return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
        };
        return getSortKey(a).localeCompare(getSortKey(b));
      }
      /**
       * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleOptions(cmd) {
        const visibleOptions = cmd.options.filter((option) => !option.hidden);
        const helpOption = cmd._getHelpOption();
        if (helpOption && !helpOption.hidden) {
          const removeShort = helpOption.short && cmd._findOption(helpOption.short);
          const removeLong = helpOption.long && cmd._findOption(helpOption.long);
          if (!removeShort && !removeLong) {
            visibleOptions.push(helpOption);
          } else if (helpOption.long && !removeLong) {
            visibleOptions.push(
              cmd.createOption(helpOption.long, helpOption.description)
            );
          } else if (helpOption.short && !removeShort) {
            visibleOptions.push(
              cmd.createOption(helpOption.short, helpOption.description)
            );
          }
        }
        if (this.sortOptions) {
          visibleOptions.sort(this.compareOptions);
        }
        return visibleOptions;
      }
      /**
       * Get an array of the visible global options. (Not including help.)
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleGlobalOptions(cmd) {
        if (!this.showGlobalOptions) return [];
        const globalOptions = [];
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          const visibleOptions = ancestorCmd.options.filter(
            (option) => !option.hidden
          );
          globalOptions.push(...visibleOptions);
        }
        if (this.sortOptions) {
          globalOptions.sort(this.compareOptions);
        }
        return globalOptions;
      }
      /**
       * Get an array of the arguments if any have a description.
       *
       * @param {Command} cmd
       * @returns {Argument[]}
       */
      visibleArguments(cmd) {
        if (cmd._argsDescription) {
          cmd.registeredArguments.forEach((argument) => {
            argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
          });
        }
        if (cmd.registeredArguments.find((argument) => argument.description)) {
          return cmd.registeredArguments;
        }
        return [];
      }
      /**
       * Get the command term to show in the list of subcommands.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandTerm(cmd) {
        const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
        return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + // simplistic check for non-help option
        (args ? " " + args : "");
      }
      /**
       * Get the option term to show in the list of options.
       *
       * @param {Option} option
       * @returns {string}
       */
      optionTerm(option) {
        return option.flags;
      }
      /**
       * Get the argument term to show in the list of arguments.
       *
       * @param {Argument} argument
       * @returns {string}
       */
      argumentTerm(argument) {
        return argument.name();
      }
      /**
       * Get the longest command term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestSubcommandTermLength(cmd, helper) {
        return helper.visibleCommands(cmd).reduce((max, command2) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleSubcommandTerm(helper.subcommandTerm(command2))
            )
          );
        }, 0);
      }
      /**
       * Get the longest option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestOptionTermLength(cmd, helper) {
        return helper.visibleOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest global option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestGlobalOptionTermLength(cmd, helper) {
        return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest argument term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestArgumentTermLength(cmd, helper) {
        return helper.visibleArguments(cmd).reduce((max, argument) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleArgumentTerm(helper.argumentTerm(argument))
            )
          );
        }, 0);
      }
      /**
       * Get the command usage to be displayed at the top of the built-in help.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandUsage(cmd) {
        let cmdName = cmd._name;
        if (cmd._aliases[0]) {
          cmdName = cmdName + "|" + cmd._aliases[0];
        }
        let ancestorCmdNames = "";
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
        }
        return ancestorCmdNames + cmdName + " " + cmd.usage();
      }
      /**
       * Get the description for the command.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandDescription(cmd) {
        return cmd.description();
      }
      /**
       * Get the subcommand summary to show in the list of subcommands.
       * (Fallback to description for backwards compatibility.)
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandDescription(cmd) {
        return cmd.summary() || cmd.description();
      }
      /**
       * Get the option description to show in the list of options.
       *
       * @param {Option} option
       * @return {string}
       */
      optionDescription(option) {
        const extraInfo = [];
        if (option.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (option.defaultValue !== void 0) {
          const showDefault = option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean";
          if (showDefault) {
            extraInfo.push(
              `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`
            );
          }
        }
        if (option.presetArg !== void 0 && option.optional) {
          extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
        }
        if (option.envVar !== void 0) {
          extraInfo.push(`env: ${option.envVar}`);
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (option.description) {
            return `${option.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return option.description;
      }
      /**
       * Get the argument description to show in the list of arguments.
       *
       * @param {Argument} argument
       * @return {string}
       */
      argumentDescription(argument) {
        const extraInfo = [];
        if (argument.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (argument.defaultValue !== void 0) {
          extraInfo.push(
            `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`
          );
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (argument.description) {
            return `${argument.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return argument.description;
      }
      /**
       * Format a list of items, given a heading and an array of formatted items.
       *
       * @param {string} heading
       * @param {string[]} items
       * @param {Help} helper
       * @returns string[]
       */
      formatItemList(heading, items, helper) {
        if (items.length === 0) return [];
        return [helper.styleTitle(heading), ...items, ""];
      }
      /**
       * Group items by their help group heading.
       *
       * @param {Command[] | Option[]} unsortedItems
       * @param {Command[] | Option[]} visibleItems
       * @param {Function} getGroup
       * @returns {Map<string, Command[] | Option[]>}
       */
      groupItems(unsortedItems, visibleItems, getGroup) {
        const result2 = /* @__PURE__ */ new Map();
        unsortedItems.forEach((item) => {
          const group = getGroup(item);
          if (!result2.has(group)) result2.set(group, []);
        });
        visibleItems.forEach((item) => {
          const group = getGroup(item);
          if (!result2.has(group)) {
            result2.set(group, []);
          }
          result2.get(group).push(item);
        });
        return result2;
      }
      /**
       * Generate the built-in help text.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {string}
       */
      formatHelp(cmd, helper) {
        const termWidth = helper.padWidth(cmd, helper);
        const helpWidth = helper.helpWidth ?? 80;
        function callFormatItem(term, description) {
          return helper.formatItem(term, termWidth, description, helper);
        }
        let output = [
          `${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`,
          ""
        ];
        const commandDescription = helper.commandDescription(cmd);
        if (commandDescription.length > 0) {
          output = output.concat([
            helper.boxWrap(
              helper.styleCommandDescription(commandDescription),
              helpWidth
            ),
            ""
          ]);
        }
        const argumentList = helper.visibleArguments(cmd).map((argument) => {
          return callFormatItem(
            helper.styleArgumentTerm(helper.argumentTerm(argument)),
            helper.styleArgumentDescription(helper.argumentDescription(argument))
          );
        });
        output = output.concat(
          this.formatItemList("Arguments:", argumentList, helper)
        );
        const optionGroups = this.groupItems(
          cmd.options,
          helper.visibleOptions(cmd),
          (option) => option.helpGroupHeading ?? "Options:"
        );
        optionGroups.forEach((options, group) => {
          const optionList = options.map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(this.formatItemList(group, optionList, helper));
        });
        if (helper.showGlobalOptions) {
          const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(
            this.formatItemList("Global Options:", globalOptionList, helper)
          );
        }
        const commandGroups = this.groupItems(
          cmd.commands,
          helper.visibleCommands(cmd),
          (sub) => sub.helpGroup() || "Commands:"
        );
        commandGroups.forEach((commands, group) => {
          const commandList = commands.map((sub) => {
            return callFormatItem(
              helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
              helper.styleSubcommandDescription(helper.subcommandDescription(sub))
            );
          });
          output = output.concat(this.formatItemList(group, commandList, helper));
        });
        return output.join("\n");
      }
      /**
       * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
       *
       * @param {string} str
       * @returns {number}
       */
      displayWidth(str) {
        return stripColor(str).length;
      }
      /**
       * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
       *
       * @param {string} str
       * @returns {string}
       */
      styleTitle(str) {
        return str;
      }
      styleUsage(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word === "[command]") return this.styleSubcommandText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleCommandText(word);
        }).join(" ");
      }
      styleCommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleOptionDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleSubcommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleArgumentDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleDescriptionText(str) {
        return str;
      }
      styleOptionTerm(str) {
        return this.styleOptionText(str);
      }
      styleSubcommandTerm(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleSubcommandText(word);
        }).join(" ");
      }
      styleArgumentTerm(str) {
        return this.styleArgumentText(str);
      }
      styleOptionText(str) {
        return str;
      }
      styleArgumentText(str) {
        return str;
      }
      styleSubcommandText(str) {
        return str;
      }
      styleCommandText(str) {
        return str;
      }
      /**
       * Calculate the pad width from the maximum term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      padWidth(cmd, helper) {
        return Math.max(
          helper.longestOptionTermLength(cmd, helper),
          helper.longestGlobalOptionTermLength(cmd, helper),
          helper.longestSubcommandTermLength(cmd, helper),
          helper.longestArgumentTermLength(cmd, helper)
        );
      }
      /**
       * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
       *
       * @param {string} str
       * @returns {boolean}
       */
      preformatted(str) {
        return /\n[^\S\r\n]/.test(str);
      }
      /**
       * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
       *
       * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
       *   TTT  DDD DDDD
       *        DD DDD
       *
       * @param {string} term
       * @param {number} termWidth
       * @param {string} description
       * @param {Help} helper
       * @returns {string}
       */
      formatItem(term, termWidth, description, helper) {
        const itemIndent = 2;
        const itemIndentStr = " ".repeat(itemIndent);
        if (!description) return itemIndentStr + term;
        const paddedTerm = term.padEnd(
          termWidth + term.length - helper.displayWidth(term)
        );
        const spacerWidth = 2;
        const helpWidth = this.helpWidth ?? 80;
        const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
        let formattedDescription;
        if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) {
          formattedDescription = description;
        } else {
          const wrappedDescription = helper.boxWrap(description, remainingWidth);
          formattedDescription = wrappedDescription.replace(
            /\n/g,
            "\n" + " ".repeat(termWidth + spacerWidth)
          );
        }
        return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `
${itemIndentStr}`);
      }
      /**
       * Wrap a string at whitespace, preserving existing line breaks.
       * Wrapping is skipped if the width is less than `minWidthToWrap`.
       *
       * @param {string} str
       * @param {number} width
       * @returns {string}
       */
      boxWrap(str, width) {
        if (width < this.minWidthToWrap) return str;
        const rawLines = str.split(/\r\n|\n/);
        const chunkPattern = /[\s]*[^\s]+/g;
        const wrappedLines = [];
        rawLines.forEach((line) => {
          const chunks = line.match(chunkPattern);
          if (chunks === null) {
            wrappedLines.push("");
            return;
          }
          let sumChunks = [chunks.shift()];
          let sumWidth = this.displayWidth(sumChunks[0]);
          chunks.forEach((chunk) => {
            const visibleWidth = this.displayWidth(chunk);
            if (sumWidth + visibleWidth <= width) {
              sumChunks.push(chunk);
              sumWidth += visibleWidth;
              return;
            }
            wrappedLines.push(sumChunks.join(""));
            const nextChunk = chunk.trimStart();
            sumChunks = [nextChunk];
            sumWidth = this.displayWidth(nextChunk);
          });
          wrappedLines.push(sumChunks.join(""));
        });
        return wrappedLines.join("\n");
      }
    };
    function stripColor(str) {
      const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
      return str.replace(sgrPattern, "");
    }
    exports.Help = Help2;
    exports.stripColor = stripColor;
  }
});

// node_modules/commander/lib/option.js
var require_option = __commonJS({
  "node_modules/commander/lib/option.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Option2 = class {
      /**
       * Initialize a new `Option` with the given `flags` and `description`.
       *
       * @param {string} flags
       * @param {string} [description]
       */
      constructor(flags, description) {
        this.flags = flags;
        this.description = description || "";
        this.required = flags.includes("<");
        this.optional = flags.includes("[");
        this.variadic = /\w\.\.\.[>\]]$/.test(flags);
        this.mandatory = false;
        const optionFlags = splitOptionFlags(flags);
        this.short = optionFlags.shortFlag;
        this.long = optionFlags.longFlag;
        this.negate = false;
        if (this.long) {
          this.negate = this.long.startsWith("--no-");
        }
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.presetArg = void 0;
        this.envVar = void 0;
        this.parseArg = void 0;
        this.hidden = false;
        this.argChoices = void 0;
        this.conflictsWith = [];
        this.implied = void 0;
        this.helpGroupHeading = void 0;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Option}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Preset to use when option used without option-argument, especially optional but also boolean and negated.
       * The custom processing (parseArg) is called.
       *
       * @example
       * new Option('--color').default('GREYSCALE').preset('RGB');
       * new Option('--donate [amount]').preset('20').argParser(parseFloat);
       *
       * @param {*} arg
       * @return {Option}
       */
      preset(arg) {
        this.presetArg = arg;
        return this;
      }
      /**
       * Add option name(s) that conflict with this option.
       * An error will be displayed if conflicting options are found during parsing.
       *
       * @example
       * new Option('--rgb').conflicts('cmyk');
       * new Option('--js').conflicts(['ts', 'jsx']);
       *
       * @param {(string | string[])} names
       * @return {Option}
       */
      conflicts(names2) {
        this.conflictsWith = this.conflictsWith.concat(names2);
        return this;
      }
      /**
       * Specify implied option values for when this option is set and the implied options are not.
       *
       * The custom processing (parseArg) is not called on the implied values.
       *
       * @example
       * program
       *   .addOption(new Option('--log', 'write logging information to file'))
       *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
       *
       * @param {object} impliedOptionValues
       * @return {Option}
       */
      implies(impliedOptionValues) {
        let newImplied = impliedOptionValues;
        if (typeof impliedOptionValues === "string") {
          newImplied = { [impliedOptionValues]: true };
        }
        this.implied = Object.assign(this.implied || {}, newImplied);
        return this;
      }
      /**
       * Set environment variable to check for option value.
       *
       * An environment variable is only used if when processed the current option value is
       * undefined, or the source of the current value is 'default' or 'config' or 'env'.
       *
       * @param {string} name
       * @return {Option}
       */
      env(name) {
        this.envVar = name;
        return this;
      }
      /**
       * Set the custom handler for processing CLI option arguments into option values.
       *
       * @param {Function} [fn]
       * @return {Option}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Whether the option is mandatory and must have a value after parsing.
       *
       * @param {boolean} [mandatory=true]
       * @return {Option}
       */
      makeOptionMandatory(mandatory = true) {
        this.mandatory = !!mandatory;
        return this;
      }
      /**
       * Hide option in help.
       *
       * @param {boolean} [hide=true]
       * @return {Option}
       */
      hideHelp(hide = true) {
        this.hidden = !!hide;
        return this;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Only allow option value to be one of choices.
       *
       * @param {string[]} values
       * @return {Option}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Return option name.
       *
       * @return {string}
       */
      name() {
        if (this.long) {
          return this.long.replace(/^--/, "");
        }
        return this.short.replace(/^-/, "");
      }
      /**
       * Return option name, in a camelcase format that can be used
       * as an object attribute key.
       *
       * @return {string}
       */
      attributeName() {
        if (this.negate) {
          return camelcase(this.name().replace(/^no-/, ""));
        }
        return camelcase(this.name());
      }
      /**
       * Set the help group heading.
       *
       * @param {string} heading
       * @return {Option}
       */
      helpGroup(heading) {
        this.helpGroupHeading = heading;
        return this;
      }
      /**
       * Check if `arg` matches the short or long flag.
       *
       * @param {string} arg
       * @return {boolean}
       * @package
       */
      is(arg) {
        return this.short === arg || this.long === arg;
      }
      /**
       * Return whether a boolean option.
       *
       * Options are one of boolean, negated, required argument, or optional argument.
       *
       * @return {boolean}
       * @package
       */
      isBoolean() {
        return !this.required && !this.optional && !this.negate;
      }
    };
    var DualOptions = class {
      /**
       * @param {Option[]} options
       */
      constructor(options) {
        this.positiveOptions = /* @__PURE__ */ new Map();
        this.negativeOptions = /* @__PURE__ */ new Map();
        this.dualOptions = /* @__PURE__ */ new Set();
        options.forEach((option) => {
          if (option.negate) {
            this.negativeOptions.set(option.attributeName(), option);
          } else {
            this.positiveOptions.set(option.attributeName(), option);
          }
        });
        this.negativeOptions.forEach((value, key) => {
          if (this.positiveOptions.has(key)) {
            this.dualOptions.add(key);
          }
        });
      }
      /**
       * Did the value come from the option, and not from possible matching dual option?
       *
       * @param {*} value
       * @param {Option} option
       * @returns {boolean}
       */
      valueFromOption(value, option) {
        const optionKey = option.attributeName();
        if (!this.dualOptions.has(optionKey)) return true;
        const preset = this.negativeOptions.get(optionKey).presetArg;
        const negativeValue = preset !== void 0 ? preset : false;
        return option.negate === (negativeValue === value);
      }
    };
    function camelcase(str) {
      return str.split("-").reduce((str2, word) => {
        return str2 + word[0].toUpperCase() + word.slice(1);
      });
    }
    function splitOptionFlags(flags) {
      let shortFlag;
      let longFlag;
      const shortFlagExp = /^-[^-]$/;
      const longFlagExp = /^--[^-]/;
      const flagParts = flags.split(/[ |,]+/).concat("guard");
      if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
      if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
      if (!shortFlag && shortFlagExp.test(flagParts[0]))
        shortFlag = flagParts.shift();
      if (!shortFlag && longFlagExp.test(flagParts[0])) {
        shortFlag = longFlag;
        longFlag = flagParts.shift();
      }
      if (flagParts[0].startsWith("-")) {
        const unsupportedFlag = flagParts[0];
        const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
        if (/^-[^-][^-]/.test(unsupportedFlag))
          throw new Error(
            `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`
          );
        if (shortFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many short flags`);
        if (longFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many long flags`);
        throw new Error(`${baseError}
- unrecognised flag format`);
      }
      if (shortFlag === void 0 && longFlag === void 0)
        throw new Error(
          `option creation failed due to no flags found in '${flags}'.`
        );
      return { shortFlag, longFlag };
    }
    exports.Option = Option2;
    exports.DualOptions = DualOptions;
  }
});

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = __commonJS({
  "node_modules/commander/lib/suggestSimilar.js"(exports) {
    var maxDistance = 3;
    function editDistance(a, b) {
      if (Math.abs(a.length - b.length) > maxDistance)
        return Math.max(a.length, b.length);
      const d = [];
      for (let i = 0; i <= a.length; i++) {
        d[i] = [i];
      }
      for (let j = 0; j <= b.length; j++) {
        d[0][j] = j;
      }
      for (let j = 1; j <= b.length; j++) {
        for (let i = 1; i <= a.length; i++) {
          let cost = 1;
          if (a[i - 1] === b[j - 1]) {
            cost = 0;
          } else {
            cost = 1;
          }
          d[i][j] = Math.min(
            d[i - 1][j] + 1,
            // deletion
            d[i][j - 1] + 1,
            // insertion
            d[i - 1][j - 1] + cost
            // substitution
          );
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
            d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
          }
        }
      }
      return d[a.length][b.length];
    }
    function suggestSimilar(word, candidates) {
      if (!candidates || candidates.length === 0) return "";
      candidates = Array.from(new Set(candidates));
      const searchingOptions = word.startsWith("--");
      if (searchingOptions) {
        word = word.slice(2);
        candidates = candidates.map((candidate) => candidate.slice(2));
      }
      let similar = [];
      let bestDistance = maxDistance;
      const minSimilarity = 0.4;
      candidates.forEach((candidate) => {
        if (candidate.length <= 1) return;
        const distance2 = editDistance(word, candidate);
        const length = Math.max(word.length, candidate.length);
        const similarity = (length - distance2) / length;
        if (similarity > minSimilarity) {
          if (distance2 < bestDistance) {
            bestDistance = distance2;
            similar = [candidate];
          } else if (distance2 === bestDistance) {
            similar.push(candidate);
          }
        }
      });
      similar.sort((a, b) => a.localeCompare(b));
      if (searchingOptions) {
        similar = similar.map((candidate) => `--${candidate}`);
      }
      if (similar.length > 1) {
        return `
(Did you mean one of ${similar.join(", ")}?)`;
      }
      if (similar.length === 1) {
        return `
(Did you mean ${similar[0]}?)`;
      }
      return "";
    }
    exports.suggestSimilar = suggestSimilar;
  }
});

// node_modules/commander/lib/command.js
var require_command = __commonJS({
  "node_modules/commander/lib/command.js"(exports) {
    var EventEmitter = __require("node:events").EventEmitter;
    var childProcess = __require("node:child_process");
    var path = __require("node:path");
    var fs = __require("node:fs");
    var process2 = __require("node:process");
    var { Argument: Argument2, humanReadableArgName } = require_argument();
    var { CommanderError: CommanderError2 } = require_error();
    var { Help: Help2, stripColor } = require_help();
    var { Option: Option2, DualOptions } = require_option();
    var { suggestSimilar } = require_suggestSimilar();
    var Command2 = class _Command extends EventEmitter {
      /**
       * Initialize a new `Command`.
       *
       * @param {string} [name]
       */
      constructor(name) {
        super();
        this.commands = [];
        this.options = [];
        this.parent = null;
        this._allowUnknownOption = false;
        this._allowExcessArguments = false;
        this.registeredArguments = [];
        this._args = this.registeredArguments;
        this.args = [];
        this.rawArgs = [];
        this.processedArgs = [];
        this._scriptPath = null;
        this._name = name || "";
        this._optionValues = {};
        this._optionValueSources = {};
        this._storeOptionsAsProperties = false;
        this._actionHandler = null;
        this._executableHandler = false;
        this._executableFile = null;
        this._executableDir = null;
        this._defaultCommandName = null;
        this._exitCallback = null;
        this._aliases = [];
        this._combineFlagAndOptionalValue = true;
        this._description = "";
        this._summary = "";
        this._argsDescription = void 0;
        this._enablePositionalOptions = false;
        this._passThroughOptions = false;
        this._lifeCycleHooks = {};
        this._showHelpAfterError = false;
        this._showSuggestionAfterError = true;
        this._savedState = null;
        this._outputConfiguration = {
          writeOut: (str) => process2.stdout.write(str),
          writeErr: (str) => process2.stderr.write(str),
          outputError: (str, write) => write(str),
          getOutHelpWidth: () => process2.stdout.isTTY ? process2.stdout.columns : void 0,
          getErrHelpWidth: () => process2.stderr.isTTY ? process2.stderr.columns : void 0,
          getOutHasColors: () => useColor() ?? (process2.stdout.isTTY && process2.stdout.hasColors?.()),
          getErrHasColors: () => useColor() ?? (process2.stderr.isTTY && process2.stderr.hasColors?.()),
          stripColor: (str) => stripColor(str)
        };
        this._hidden = false;
        this._helpOption = void 0;
        this._addImplicitHelpCommand = void 0;
        this._helpCommand = void 0;
        this._helpConfiguration = {};
        this._helpGroupHeading = void 0;
        this._defaultCommandGroup = void 0;
        this._defaultOptionGroup = void 0;
      }
      /**
       * Copy settings that are useful to have in common across root command and subcommands.
       *
       * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
       *
       * @param {Command} sourceCommand
       * @return {Command} `this` command for chaining
       */
      copyInheritedSettings(sourceCommand) {
        this._outputConfiguration = sourceCommand._outputConfiguration;
        this._helpOption = sourceCommand._helpOption;
        this._helpCommand = sourceCommand._helpCommand;
        this._helpConfiguration = sourceCommand._helpConfiguration;
        this._exitCallback = sourceCommand._exitCallback;
        this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
        this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
        this._allowExcessArguments = sourceCommand._allowExcessArguments;
        this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
        this._showHelpAfterError = sourceCommand._showHelpAfterError;
        this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
        return this;
      }
      /**
       * @returns {Command[]}
       * @private
       */
      _getCommandAndAncestors() {
        const result2 = [];
        for (let command2 = this; command2; command2 = command2.parent) {
          result2.push(command2);
        }
        return result2;
      }
      /**
       * Define a command.
       *
       * There are two styles of command: pay attention to where to put the description.
       *
       * @example
       * // Command implemented using action handler (description is supplied separately to `.command`)
       * program
       *   .command('clone <source> [destination]')
       *   .description('clone a repository into a newly created directory')
       *   .action((source, destination) => {
       *     console.log('clone command called');
       *   });
       *
       * // Command implemented using separate executable file (description is second parameter to `.command`)
       * program
       *   .command('start <service>', 'start named service')
       *   .command('stop [service]', 'stop named service, or all if no name supplied');
       *
       * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
       * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
       * @param {object} [execOpts] - configuration options (for executable)
       * @return {Command} returns new command for action handler, or `this` for executable command
       */
      command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
        let desc = actionOptsOrExecDesc;
        let opts = execOpts;
        if (typeof desc === "object" && desc !== null) {
          opts = desc;
          desc = null;
        }
        opts = opts || {};
        const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const cmd = this.createCommand(name);
        if (desc) {
          cmd.description(desc);
          cmd._executableHandler = true;
        }
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        cmd._hidden = !!(opts.noHelp || opts.hidden);
        cmd._executableFile = opts.executableFile || null;
        if (args) cmd.arguments(args);
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd.copyInheritedSettings(this);
        if (desc) return this;
        return cmd;
      }
      /**
       * Factory routine to create a new unattached command.
       *
       * See .command() for creating an attached subcommand, which uses this routine to
       * create the command. You can override createCommand to customise subcommands.
       *
       * @param {string} [name]
       * @return {Command} new command
       */
      createCommand(name) {
        return new _Command(name);
      }
      /**
       * You can customise the help with a subclass of Help by overriding createHelp,
       * or by overriding Help properties using configureHelp().
       *
       * @return {Help}
       */
      createHelp() {
        return Object.assign(new Help2(), this.configureHelp());
      }
      /**
       * You can customise the help by overriding Help properties using configureHelp(),
       * or with a subclass of Help by overriding createHelp().
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureHelp(configuration) {
        if (configuration === void 0) return this._helpConfiguration;
        this._helpConfiguration = configuration;
        return this;
      }
      /**
       * The default output goes to stdout and stderr. You can customise this for special
       * applications. You can also customise the display of errors by overriding outputError.
       *
       * The configuration properties are all functions:
       *
       *     // change how output being written, defaults to stdout and stderr
       *     writeOut(str)
       *     writeErr(str)
       *     // change how output being written for errors, defaults to writeErr
       *     outputError(str, write) // used for displaying errors and not used for displaying help
       *     // specify width for wrapping help
       *     getOutHelpWidth()
       *     getErrHelpWidth()
       *     // color support, currently only used with Help
       *     getOutHasColors()
       *     getErrHasColors()
       *     stripColor() // used to remove ANSI escape codes if output does not have colors
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureOutput(configuration) {
        if (configuration === void 0) return this._outputConfiguration;
        this._outputConfiguration = {
          ...this._outputConfiguration,
          ...configuration
        };
        return this;
      }
      /**
       * Display the help or a custom message after an error occurs.
       *
       * @param {(boolean|string)} [displayHelp]
       * @return {Command} `this` command for chaining
       */
      showHelpAfterError(displayHelp = true) {
        if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
        this._showHelpAfterError = displayHelp;
        return this;
      }
      /**
       * Display suggestion of similar commands for unknown commands, or options for unknown options.
       *
       * @param {boolean} [displaySuggestion]
       * @return {Command} `this` command for chaining
       */
      showSuggestionAfterError(displaySuggestion = true) {
        this._showSuggestionAfterError = !!displaySuggestion;
        return this;
      }
      /**
       * Add a prepared subcommand.
       *
       * See .command() for creating an attached subcommand which inherits settings from its parent.
       *
       * @param {Command} cmd - new subcommand
       * @param {object} [opts] - configuration options
       * @return {Command} `this` command for chaining
       */
      addCommand(cmd, opts) {
        if (!cmd._name) {
          throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
        }
        opts = opts || {};
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        if (opts.noHelp || opts.hidden) cmd._hidden = true;
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd._checkForBrokenPassThrough();
        return this;
      }
      /**
       * Factory routine to create a new unattached argument.
       *
       * See .argument() for creating an attached argument, which uses this routine to
       * create the argument. You can override createArgument to return a custom argument.
       *
       * @param {string} name
       * @param {string} [description]
       * @return {Argument} new argument
       */
      createArgument(name, description) {
        return new Argument2(name, description);
      }
      /**
       * Define argument syntax for command.
       *
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @example
       * program.argument('<input-file>');
       * program.argument('[output-file]');
       *
       * @param {string} name
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom argument processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      argument(name, description, parseArg, defaultValue) {
        const argument = this.createArgument(name, description);
        if (typeof parseArg === "function") {
          argument.default(defaultValue).argParser(parseArg);
        } else {
          argument.default(parseArg);
        }
        this.addArgument(argument);
        return this;
      }
      /**
       * Define argument syntax for command, adding multiple at once (without descriptions).
       *
       * See also .argument().
       *
       * @example
       * program.arguments('<cmd> [env]');
       *
       * @param {string} names
       * @return {Command} `this` command for chaining
       */
      arguments(names2) {
        names2.trim().split(/ +/).forEach((detail) => {
          this.argument(detail);
        });
        return this;
      }
      /**
       * Define argument syntax for command, adding a prepared argument.
       *
       * @param {Argument} argument
       * @return {Command} `this` command for chaining
       */
      addArgument(argument) {
        const previousArgument = this.registeredArguments.slice(-1)[0];
        if (previousArgument?.variadic) {
          throw new Error(
            `only the last argument can be variadic '${previousArgument.name()}'`
          );
        }
        if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) {
          throw new Error(
            `a default value for a required argument is never used: '${argument.name()}'`
          );
        }
        this.registeredArguments.push(argument);
        return this;
      }
      /**
       * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
       *
       * @example
       *    program.helpCommand('help [cmd]');
       *    program.helpCommand('help [cmd]', 'show help');
       *    program.helpCommand(false); // suppress default help command
       *    program.helpCommand(true); // add help command even if no subcommands
       *
       * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
       * @param {string} [description] - custom description
       * @return {Command} `this` command for chaining
       */
      helpCommand(enableOrNameAndArgs, description) {
        if (typeof enableOrNameAndArgs === "boolean") {
          this._addImplicitHelpCommand = enableOrNameAndArgs;
          if (enableOrNameAndArgs && this._defaultCommandGroup) {
            this._initCommandGroup(this._getHelpCommand());
          }
          return this;
        }
        const nameAndArgs = enableOrNameAndArgs ?? "help [command]";
        const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const helpDescription = description ?? "display help for command";
        const helpCommand = this.createCommand(helpName);
        helpCommand.helpOption(false);
        if (helpArgs) helpCommand.arguments(helpArgs);
        if (helpDescription) helpCommand.description(helpDescription);
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Add prepared custom help command.
       *
       * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
       * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
       * @return {Command} `this` command for chaining
       */
      addHelpCommand(helpCommand, deprecatedDescription) {
        if (typeof helpCommand !== "object") {
          this.helpCommand(helpCommand, deprecatedDescription);
          return this;
        }
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Lazy create help command.
       *
       * @return {(Command|null)}
       * @package
       */
      _getHelpCommand() {
        const hasImplicitHelpCommand = this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"));
        if (hasImplicitHelpCommand) {
          if (this._helpCommand === void 0) {
            this.helpCommand(void 0, void 0);
          }
          return this._helpCommand;
        }
        return null;
      }
      /**
       * Add hook for life cycle event.
       *
       * @param {string} event
       * @param {Function} listener
       * @return {Command} `this` command for chaining
       */
      hook(event, listener) {
        const allowedValues = ["preSubcommand", "preAction", "postAction"];
        if (!allowedValues.includes(event)) {
          throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        if (this._lifeCycleHooks[event]) {
          this._lifeCycleHooks[event].push(listener);
        } else {
          this._lifeCycleHooks[event] = [listener];
        }
        return this;
      }
      /**
       * Register callback to use as replacement for calling process.exit.
       *
       * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
       * @return {Command} `this` command for chaining
       */
      exitOverride(fn) {
        if (fn) {
          this._exitCallback = fn;
        } else {
          this._exitCallback = (err) => {
            if (err.code !== "commander.executeSubCommandAsync") {
              throw err;
            } else {
            }
          };
        }
        return this;
      }
      /**
       * Call process.exit, and _exitCallback if defined.
       *
       * @param {number} exitCode exit code for using with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       * @return never
       * @private
       */
      _exit(exitCode2, code, message) {
        if (this._exitCallback) {
          this._exitCallback(new CommanderError2(exitCode2, code, message));
        }
        process2.exit(exitCode2);
      }
      /**
       * Register callback `fn` for the command.
       *
       * @example
       * program
       *   .command('serve')
       *   .description('start service')
       *   .action(function() {
       *      // do work here
       *   });
       *
       * @param {Function} fn
       * @return {Command} `this` command for chaining
       */
      action(fn) {
        const listener = (args) => {
          const expectedArgsCount = this.registeredArguments.length;
          const actionArgs = args.slice(0, expectedArgsCount);
          if (this._storeOptionsAsProperties) {
            actionArgs[expectedArgsCount] = this;
          } else {
            actionArgs[expectedArgsCount] = this.opts();
          }
          actionArgs.push(this);
          return fn.apply(this, actionArgs);
        };
        this._actionHandler = listener;
        return this;
      }
      /**
       * Factory routine to create a new unattached option.
       *
       * See .option() for creating an attached option, which uses this routine to
       * create the option. You can override createOption to return a custom option.
       *
       * @param {string} flags
       * @param {string} [description]
       * @return {Option} new option
       */
      createOption(flags, description) {
        return new Option2(flags, description);
      }
      /**
       * Wrap parseArgs to catch 'commander.invalidArgument'.
       *
       * @param {(Option | Argument)} target
       * @param {string} value
       * @param {*} previous
       * @param {string} invalidArgumentMessage
       * @private
       */
      _callParseArg(target, value, previous, invalidArgumentMessage) {
        try {
          return target.parseArg(value, previous);
        } catch (err) {
          if (err.code === "commander.invalidArgument") {
            const message = `${invalidArgumentMessage} ${err.message}`;
            this.error(message, { exitCode: err.exitCode, code: err.code });
          }
          throw err;
        }
      }
      /**
       * Check for option flag conflicts.
       * Register option if no conflicts found, or throw on conflict.
       *
       * @param {Option} option
       * @private
       */
      _registerOption(option) {
        const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
        if (matchingOption) {
          const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
          throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
        }
        this._initOptionGroup(option);
        this.options.push(option);
      }
      /**
       * Check for command name and alias conflicts with existing commands.
       * Register command if no conflicts found, or throw on conflict.
       *
       * @param {Command} command
       * @private
       */
      _registerCommand(command2) {
        const knownBy = (cmd) => {
          return [cmd.name()].concat(cmd.aliases());
        };
        const alreadyUsed = knownBy(command2).find(
          (name) => this._findCommand(name)
        );
        if (alreadyUsed) {
          const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
          const newCmd = knownBy(command2).join("|");
          throw new Error(
            `cannot add command '${newCmd}' as already have command '${existingCmd}'`
          );
        }
        this._initCommandGroup(command2);
        this.commands.push(command2);
      }
      /**
       * Add an option.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addOption(option) {
        this._registerOption(option);
        const oname = option.name();
        const name = option.attributeName();
        if (option.negate) {
          const positiveLongFlag = option.long.replace(/^--no-/, "--");
          if (!this._findOption(positiveLongFlag)) {
            this.setOptionValueWithSource(
              name,
              option.defaultValue === void 0 ? true : option.defaultValue,
              "default"
            );
          }
        } else if (option.defaultValue !== void 0) {
          this.setOptionValueWithSource(name, option.defaultValue, "default");
        }
        const handleOptionValue = (val, invalidValueMessage, valueSource) => {
          if (val == null && option.presetArg !== void 0) {
            val = option.presetArg;
          }
          const oldValue = this.getOptionValue(name);
          if (val !== null && option.parseArg) {
            val = this._callParseArg(option, val, oldValue, invalidValueMessage);
          } else if (val !== null && option.variadic) {
            val = option._collectValue(val, oldValue);
          }
          if (val == null) {
            if (option.negate) {
              val = false;
            } else if (option.isBoolean() || option.optional) {
              val = true;
            } else {
              val = "";
            }
          }
          this.setOptionValueWithSource(name, val, valueSource);
        };
        this.on("option:" + oname, (val) => {
          const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
          handleOptionValue(val, invalidValueMessage, "cli");
        });
        if (option.envVar) {
          this.on("optionEnv:" + oname, (val) => {
            const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
            handleOptionValue(val, invalidValueMessage, "env");
          });
        }
        return this;
      }
      /**
       * Internal implementation shared by .option() and .requiredOption()
       *
       * @return {Command} `this` command for chaining
       * @private
       */
      _optionEx(config, flags, description, fn, defaultValue) {
        if (typeof flags === "object" && flags instanceof Option2) {
          throw new Error(
            "To add an Option object use addOption() instead of option() or requiredOption()"
          );
        }
        const option = this.createOption(flags, description);
        option.makeOptionMandatory(!!config.mandatory);
        if (typeof fn === "function") {
          option.default(defaultValue).argParser(fn);
        } else if (fn instanceof RegExp) {
          const regex = fn;
          fn = (val, def) => {
            const m = regex.exec(val);
            return m ? m[0] : def;
          };
          option.default(defaultValue).argParser(fn);
        } else {
          option.default(fn);
        }
        return this.addOption(option);
      }
      /**
       * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
       * option-argument is indicated by `<>` and an optional option-argument by `[]`.
       *
       * See the README for more details, and see also addOption() and requiredOption().
       *
       * @example
       * program
       *     .option('-p, --pepper', 'add pepper')
       *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
       *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
       *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      option(flags, description, parseArg, defaultValue) {
        return this._optionEx({}, flags, description, parseArg, defaultValue);
      }
      /**
       * Add a required option which must have a value after parsing. This usually means
       * the option must be specified on the command line. (Otherwise the same as .option().)
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      requiredOption(flags, description, parseArg, defaultValue) {
        return this._optionEx(
          { mandatory: true },
          flags,
          description,
          parseArg,
          defaultValue
        );
      }
      /**
       * Alter parsing of short flags with optional values.
       *
       * @example
       * // for `.option('-f,--flag [value]'):
       * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
       * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
       *
       * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
       * @return {Command} `this` command for chaining
       */
      combineFlagAndOptionalValue(combine = true) {
        this._combineFlagAndOptionalValue = !!combine;
        return this;
      }
      /**
       * Allow unknown options on the command line.
       *
       * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
       * @return {Command} `this` command for chaining
       */
      allowUnknownOption(allowUnknown = true) {
        this._allowUnknownOption = !!allowUnknown;
        return this;
      }
      /**
       * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
       *
       * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
       * @return {Command} `this` command for chaining
       */
      allowExcessArguments(allowExcess = true) {
        this._allowExcessArguments = !!allowExcess;
        return this;
      }
      /**
       * Enable positional options. Positional means global options are specified before subcommands which lets
       * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
       * The default behaviour is non-positional and global options may appear anywhere on the command line.
       *
       * @param {boolean} [positional]
       * @return {Command} `this` command for chaining
       */
      enablePositionalOptions(positional = true) {
        this._enablePositionalOptions = !!positional;
        return this;
      }
      /**
       * Pass through options that come after command-arguments rather than treat them as command-options,
       * so actual command-options come before command-arguments. Turning this on for a subcommand requires
       * positional options to have been enabled on the program (parent commands).
       * The default behaviour is non-positional and options may appear before or after command-arguments.
       *
       * @param {boolean} [passThrough] for unknown options.
       * @return {Command} `this` command for chaining
       */
      passThroughOptions(passThrough = true) {
        this._passThroughOptions = !!passThrough;
        this._checkForBrokenPassThrough();
        return this;
      }
      /**
       * @private
       */
      _checkForBrokenPassThrough() {
        if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) {
          throw new Error(
            `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`
          );
        }
      }
      /**
       * Whether to store option values as properties on command object,
       * or store separately (specify false). In both cases the option values can be accessed using .opts().
       *
       * @param {boolean} [storeAsProperties=true]
       * @return {Command} `this` command for chaining
       */
      storeOptionsAsProperties(storeAsProperties = true) {
        if (this.options.length) {
          throw new Error("call .storeOptionsAsProperties() before adding options");
        }
        if (Object.keys(this._optionValues).length) {
          throw new Error(
            "call .storeOptionsAsProperties() before setting option values"
          );
        }
        this._storeOptionsAsProperties = !!storeAsProperties;
        return this;
      }
      /**
       * Retrieve option value.
       *
       * @param {string} key
       * @return {object} value
       */
      getOptionValue(key) {
        if (this._storeOptionsAsProperties) {
          return this[key];
        }
        return this._optionValues[key];
      }
      /**
       * Store option value.
       *
       * @param {string} key
       * @param {object} value
       * @return {Command} `this` command for chaining
       */
      setOptionValue(key, value) {
        return this.setOptionValueWithSource(key, value, void 0);
      }
      /**
       * Store option value and where the value came from.
       *
       * @param {string} key
       * @param {object} value
       * @param {string} source - expected values are default/config/env/cli/implied
       * @return {Command} `this` command for chaining
       */
      setOptionValueWithSource(key, value, source) {
        if (this._storeOptionsAsProperties) {
          this[key] = value;
        } else {
          this._optionValues[key] = value;
        }
        this._optionValueSources[key] = source;
        return this;
      }
      /**
       * Get source of option value.
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSource(key) {
        return this._optionValueSources[key];
      }
      /**
       * Get source of option value. See also .optsWithGlobals().
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSourceWithGlobals(key) {
        let source;
        this._getCommandAndAncestors().forEach((cmd) => {
          if (cmd.getOptionValueSource(key) !== void 0) {
            source = cmd.getOptionValueSource(key);
          }
        });
        return source;
      }
      /**
       * Get user arguments from implied or explicit arguments.
       * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
       *
       * @private
       */
      _prepareUserArgs(argv, parseOptions) {
        if (argv !== void 0 && !Array.isArray(argv)) {
          throw new Error("first parameter to parse must be array or undefined");
        }
        parseOptions = parseOptions || {};
        if (argv === void 0 && parseOptions.from === void 0) {
          if (process2.versions?.electron) {
            parseOptions.from = "electron";
          }
          const execArgv = process2.execArgv ?? [];
          if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) {
            parseOptions.from = "eval";
          }
        }
        if (argv === void 0) {
          argv = process2.argv;
        }
        this.rawArgs = argv.slice();
        let userArgs;
        switch (parseOptions.from) {
          case void 0:
          case "node":
            this._scriptPath = argv[1];
            userArgs = argv.slice(2);
            break;
          case "electron":
            if (process2.defaultApp) {
              this._scriptPath = argv[1];
              userArgs = argv.slice(2);
            } else {
              userArgs = argv.slice(1);
            }
            break;
          case "user":
            userArgs = argv.slice(0);
            break;
          case "eval":
            userArgs = argv.slice(1);
            break;
          default:
            throw new Error(
              `unexpected parse option { from: '${parseOptions.from}' }`
            );
        }
        if (!this._name && this._scriptPath)
          this.nameFromFilename(this._scriptPath);
        this._name = this._name || "program";
        return userArgs;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Use parseAsync instead of parse if any of your action handlers are async.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * program.parse(); // parse process.argv and auto-detect electron and special node flags
       * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
       * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv] - optional, defaults to process.argv
       * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
       * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
       * @return {Command} `this` command for chaining
       */
      parse(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        this._parseCommand([], userArgs);
        return this;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
       * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
       * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv]
       * @param {object} [parseOptions]
       * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
       * @return {Promise}
       */
      async parseAsync(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        await this._parseCommand([], userArgs);
        return this;
      }
      _prepareForParse() {
        if (this._savedState === null) {
          this.saveStateBeforeParse();
        } else {
          this.restoreStateBeforeParse();
        }
      }
      /**
       * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state saved.
       */
      saveStateBeforeParse() {
        this._savedState = {
          // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
          _name: this._name,
          // option values before parse have default values (including false for negated options)
          // shallow clones
          _optionValues: { ...this._optionValues },
          _optionValueSources: { ...this._optionValueSources }
        };
      }
      /**
       * Restore state before parse for calls after the first.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state restored.
       */
      restoreStateBeforeParse() {
        if (this._storeOptionsAsProperties)
          throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
        this._name = this._savedState._name;
        this._scriptPath = null;
        this.rawArgs = [];
        this._optionValues = { ...this._savedState._optionValues };
        this._optionValueSources = { ...this._savedState._optionValueSources };
        this.args = [];
        this.processedArgs = [];
      }
      /**
       * Throw if expected executable is missing. Add lots of help for author.
       *
       * @param {string} executableFile
       * @param {string} executableDir
       * @param {string} subcommandName
       */
      _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
        if (fs.existsSync(executableFile)) return;
        const executableDirMessage = executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory";
        const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
        throw new Error(executableMissing);
      }
      /**
       * Execute a sub-command executable.
       *
       * @private
       */
      _executeSubCommand(subcommand, args) {
        args = args.slice();
        let launchWithNode = false;
        const sourceExt = [".js", ".ts", ".tsx", ".mjs", ".cjs"];
        function findFile(baseDir, baseName2) {
          const localBin = path.resolve(baseDir, baseName2);
          if (fs.existsSync(localBin)) return localBin;
          if (sourceExt.includes(path.extname(baseName2))) return void 0;
          const foundExt = sourceExt.find(
            (ext) => fs.existsSync(`${localBin}${ext}`)
          );
          if (foundExt) return `${localBin}${foundExt}`;
          return void 0;
        }
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
        let executableDir = this._executableDir || "";
        if (this._scriptPath) {
          let resolvedScriptPath;
          try {
            resolvedScriptPath = fs.realpathSync(this._scriptPath);
          } catch {
            resolvedScriptPath = this._scriptPath;
          }
          executableDir = path.resolve(
            path.dirname(resolvedScriptPath),
            executableDir
          );
        }
        if (executableDir) {
          let localFile = findFile(executableDir, executableFile);
          if (!localFile && !subcommand._executableFile && this._scriptPath) {
            const legacyName = path.basename(
              this._scriptPath,
              path.extname(this._scriptPath)
            );
            if (legacyName !== this._name) {
              localFile = findFile(
                executableDir,
                `${legacyName}-${subcommand._name}`
              );
            }
          }
          executableFile = localFile || executableFile;
        }
        launchWithNode = sourceExt.includes(path.extname(executableFile));
        let proc;
        if (process2.platform !== "win32") {
          if (launchWithNode) {
            args.unshift(executableFile);
            args = incrementNodeInspectorPort(process2.execArgv).concat(args);
            proc = childProcess.spawn(process2.argv[0], args, { stdio: "inherit" });
          } else {
            proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
          }
        } else {
          this._checkForMissingExecutable(
            executableFile,
            executableDir,
            subcommand._name
          );
          args.unshift(executableFile);
          args = incrementNodeInspectorPort(process2.execArgv).concat(args);
          proc = childProcess.spawn(process2.execPath, args, { stdio: "inherit" });
        }
        if (!proc.killed) {
          const signals = ["SIGUSR1", "SIGUSR2", "SIGTERM", "SIGINT", "SIGHUP"];
          signals.forEach((signal) => {
            process2.on(signal, () => {
              if (proc.killed === false && proc.exitCode === null) {
                proc.kill(signal);
              }
            });
          });
        }
        const exitCallback = this._exitCallback;
        proc.on("close", (code) => {
          code = code ?? 1;
          if (!exitCallback) {
            process2.exit(code);
          } else {
            exitCallback(
              new CommanderError2(
                code,
                "commander.executeSubCommandAsync",
                "(close)"
              )
            );
          }
        });
        proc.on("error", (err) => {
          if (err.code === "ENOENT") {
            this._checkForMissingExecutable(
              executableFile,
              executableDir,
              subcommand._name
            );
          } else if (err.code === "EACCES") {
            throw new Error(`'${executableFile}' not executable`);
          }
          if (!exitCallback) {
            process2.exit(1);
          } else {
            const wrappedError = new CommanderError2(
              1,
              "commander.executeSubCommandAsync",
              "(error)"
            );
            wrappedError.nestedError = err;
            exitCallback(wrappedError);
          }
        });
        this.runningCommand = proc;
      }
      /**
       * @private
       */
      _dispatchSubcommand(commandName, operands, unknown) {
        const subCommand = this._findCommand(commandName);
        if (!subCommand) this.help({ error: true });
        subCommand._prepareForParse();
        let promiseChain;
        promiseChain = this._chainOrCallSubCommandHook(
          promiseChain,
          subCommand,
          "preSubcommand"
        );
        promiseChain = this._chainOrCall(promiseChain, () => {
          if (subCommand._executableHandler) {
            this._executeSubCommand(subCommand, operands.concat(unknown));
          } else {
            return subCommand._parseCommand(operands, unknown);
          }
        });
        return promiseChain;
      }
      /**
       * Invoke help directly if possible, or dispatch if necessary.
       * e.g. help foo
       *
       * @private
       */
      _dispatchHelpCommand(subcommandName) {
        if (!subcommandName) {
          this.help();
        }
        const subCommand = this._findCommand(subcommandName);
        if (subCommand && !subCommand._executableHandler) {
          subCommand.help();
        }
        return this._dispatchSubcommand(
          subcommandName,
          [],
          [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]
        );
      }
      /**
       * Check this.args against expected this.registeredArguments.
       *
       * @private
       */
      _checkNumberOfArguments() {
        this.registeredArguments.forEach((arg, i) => {
          if (arg.required && this.args[i] == null) {
            this.missingArgument(arg.name());
          }
        });
        if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) {
          return;
        }
        if (this.args.length > this.registeredArguments.length) {
          this._excessArguments(this.args);
        }
      }
      /**
       * Process this.args using this.registeredArguments and save as this.processedArgs!
       *
       * @private
       */
      _processArguments() {
        const myParseArg = (argument, value, previous) => {
          let parsedValue = value;
          if (value !== null && argument.parseArg) {
            const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
            parsedValue = this._callParseArg(
              argument,
              value,
              previous,
              invalidValueMessage
            );
          }
          return parsedValue;
        };
        this._checkNumberOfArguments();
        const processedArgs = [];
        this.registeredArguments.forEach((declaredArg, index) => {
          let value = declaredArg.defaultValue;
          if (declaredArg.variadic) {
            if (index < this.args.length) {
              value = this.args.slice(index);
              if (declaredArg.parseArg) {
                value = value.reduce((processed, v) => {
                  return myParseArg(declaredArg, v, processed);
                }, declaredArg.defaultValue);
              }
            } else if (value === void 0) {
              value = [];
            }
          } else if (index < this.args.length) {
            value = this.args[index];
            if (declaredArg.parseArg) {
              value = myParseArg(declaredArg, value, declaredArg.defaultValue);
            }
          }
          processedArgs[index] = value;
        });
        this.processedArgs = processedArgs;
      }
      /**
       * Once we have a promise we chain, but call synchronously until then.
       *
       * @param {(Promise|undefined)} promise
       * @param {Function} fn
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCall(promise, fn) {
        if (promise?.then && typeof promise.then === "function") {
          return promise.then(() => fn());
        }
        return fn();
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallHooks(promise, event) {
        let result2 = promise;
        const hooks = [];
        this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
          hookedCommand._lifeCycleHooks[event].forEach((callback) => {
            hooks.push({ hookedCommand, callback });
          });
        });
        if (event === "postAction") {
          hooks.reverse();
        }
        hooks.forEach((hookDetail) => {
          result2 = this._chainOrCall(result2, () => {
            return hookDetail.callback(hookDetail.hookedCommand, this);
          });
        });
        return result2;
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {Command} subCommand
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallSubCommandHook(promise, subCommand, event) {
        let result2 = promise;
        if (this._lifeCycleHooks[event] !== void 0) {
          this._lifeCycleHooks[event].forEach((hook) => {
            result2 = this._chainOrCall(result2, () => {
              return hook(this, subCommand);
            });
          });
        }
        return result2;
      }
      /**
       * Process arguments in context of this command.
       * Returns action result, in case it is a promise.
       *
       * @private
       */
      _parseCommand(operands, unknown) {
        const parsed = this.parseOptions(unknown);
        this._parseOptionsEnv();
        this._parseOptionsImplied();
        operands = operands.concat(parsed.operands);
        unknown = parsed.unknown;
        this.args = operands.concat(unknown);
        if (operands && this._findCommand(operands[0])) {
          return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
        }
        if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) {
          return this._dispatchHelpCommand(operands[1]);
        }
        if (this._defaultCommandName) {
          this._outputHelpIfRequested(unknown);
          return this._dispatchSubcommand(
            this._defaultCommandName,
            operands,
            unknown
          );
        }
        if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) {
          this.help({ error: true });
        }
        this._outputHelpIfRequested(parsed.unknown);
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        const checkForUnknownOptions = () => {
          if (parsed.unknown.length > 0) {
            this.unknownOption(parsed.unknown[0]);
          }
        };
        const commandEvent = `command:${this.name()}`;
        if (this._actionHandler) {
          checkForUnknownOptions();
          this._processArguments();
          let promiseChain;
          promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
          promiseChain = this._chainOrCall(
            promiseChain,
            () => this._actionHandler(this.processedArgs)
          );
          if (this.parent) {
            promiseChain = this._chainOrCall(promiseChain, () => {
              this.parent.emit(commandEvent, operands, unknown);
            });
          }
          promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
          return promiseChain;
        }
        if (this.parent?.listenerCount(commandEvent)) {
          checkForUnknownOptions();
          this._processArguments();
          this.parent.emit(commandEvent, operands, unknown);
        } else if (operands.length) {
          if (this._findCommand("*")) {
            return this._dispatchSubcommand("*", operands, unknown);
          }
          if (this.listenerCount("command:*")) {
            this.emit("command:*", operands, unknown);
          } else if (this.commands.length) {
            this.unknownCommand();
          } else {
            checkForUnknownOptions();
            this._processArguments();
          }
        } else if (this.commands.length) {
          checkForUnknownOptions();
          this.help({ error: true });
        } else {
          checkForUnknownOptions();
          this._processArguments();
        }
      }
      /**
       * Find matching command.
       *
       * @private
       * @return {Command | undefined}
       */
      _findCommand(name) {
        if (!name) return void 0;
        return this.commands.find(
          (cmd) => cmd._name === name || cmd._aliases.includes(name)
        );
      }
      /**
       * Return an option matching `arg` if any.
       *
       * @param {string} arg
       * @return {Option}
       * @package
       */
      _findOption(arg) {
        return this.options.find((option) => option.is(arg));
      }
      /**
       * Display an error message if a mandatory option does not have a value.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForMissingMandatoryOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd.options.forEach((anOption) => {
            if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) {
              cmd.missingMandatoryOptionValue(anOption);
            }
          });
        });
      }
      /**
       * Display an error message if conflicting options are used together in this.
       *
       * @private
       */
      _checkForConflictingLocalOptions() {
        const definedNonDefaultOptions = this.options.filter((option) => {
          const optionKey = option.attributeName();
          if (this.getOptionValue(optionKey) === void 0) {
            return false;
          }
          return this.getOptionValueSource(optionKey) !== "default";
        });
        const optionsWithConflicting = definedNonDefaultOptions.filter(
          (option) => option.conflictsWith.length > 0
        );
        optionsWithConflicting.forEach((option) => {
          const conflictingAndDefined = definedNonDefaultOptions.find(
            (defined) => option.conflictsWith.includes(defined.attributeName())
          );
          if (conflictingAndDefined) {
            this._conflictingOption(option, conflictingAndDefined);
          }
        });
      }
      /**
       * Display an error message if conflicting options are used together.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForConflictingOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd._checkForConflictingLocalOptions();
        });
      }
      /**
       * Parse options from `argv` removing known options,
       * and return argv split into operands and unknown arguments.
       *
       * Side effects: modifies command by storing options. Does not reset state if called again.
       *
       * Examples:
       *
       *     argv => operands, unknown
       *     --known kkk op => [op], []
       *     op --known kkk => [op], []
       *     sub --unknown uuu op => [sub], [--unknown uuu op]
       *     sub -- --unknown uuu op => [sub --unknown uuu op], []
       *
       * @param {string[]} args
       * @return {{operands: string[], unknown: string[]}}
       */
      parseOptions(args) {
        const operands = [];
        const unknown = [];
        let dest = operands;
        function maybeOption(arg) {
          return arg.length > 1 && arg[0] === "-";
        }
        const negativeNumberArg = (arg) => {
          if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
          return !this._getCommandAndAncestors().some(
            (cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short))
          );
        };
        let activeVariadicOption = null;
        let activeGroup = null;
        let i = 0;
        while (i < args.length || activeGroup) {
          const arg = activeGroup ?? args[i++];
          activeGroup = null;
          if (arg === "--") {
            if (dest === unknown) dest.push(arg);
            dest.push(...args.slice(i));
            break;
          }
          if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
            this.emit(`option:${activeVariadicOption.name()}`, arg);
            continue;
          }
          activeVariadicOption = null;
          if (maybeOption(arg)) {
            const option = this._findOption(arg);
            if (option) {
              if (option.required) {
                const value = args[i++];
                if (value === void 0) this.optionMissingArgument(option);
                this.emit(`option:${option.name()}`, value);
              } else if (option.optional) {
                let value = null;
                if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) {
                  value = args[i++];
                }
                this.emit(`option:${option.name()}`, value);
              } else {
                this.emit(`option:${option.name()}`);
              }
              activeVariadicOption = option.variadic ? option : null;
              continue;
            }
          }
          if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
            const option = this._findOption(`-${arg[1]}`);
            if (option) {
              if (option.required || option.optional && this._combineFlagAndOptionalValue) {
                this.emit(`option:${option.name()}`, arg.slice(2));
              } else {
                this.emit(`option:${option.name()}`);
                activeGroup = `-${arg.slice(2)}`;
              }
              continue;
            }
          }
          if (/^--[^=]+=/.test(arg)) {
            const index = arg.indexOf("=");
            const option = this._findOption(arg.slice(0, index));
            if (option && (option.required || option.optional)) {
              this.emit(`option:${option.name()}`, arg.slice(index + 1));
              continue;
            }
          }
          if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) {
            dest = unknown;
          }
          if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
            if (this._findCommand(arg)) {
              operands.push(arg);
              unknown.push(...args.slice(i));
              break;
            } else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
              operands.push(arg, ...args.slice(i));
              break;
            } else if (this._defaultCommandName) {
              unknown.push(arg, ...args.slice(i));
              break;
            }
          }
          if (this._passThroughOptions) {
            dest.push(arg, ...args.slice(i));
            break;
          }
          dest.push(arg);
        }
        return { operands, unknown };
      }
      /**
       * Return an object containing local option values as key-value pairs.
       *
       * @return {object}
       */
      opts() {
        if (this._storeOptionsAsProperties) {
          const result2 = {};
          const len = this.options.length;
          for (let i = 0; i < len; i++) {
            const key = this.options[i].attributeName();
            result2[key] = key === this._versionOptionName ? this._version : this[key];
          }
          return result2;
        }
        return this._optionValues;
      }
      /**
       * Return an object containing merged local and global option values as key-value pairs.
       *
       * @return {object}
       */
      optsWithGlobals() {
        return this._getCommandAndAncestors().reduce(
          (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
          {}
        );
      }
      /**
       * Display error message and exit (or call exitOverride).
       *
       * @param {string} message
       * @param {object} [errorOptions]
       * @param {string} [errorOptions.code] - an id string representing the error
       * @param {number} [errorOptions.exitCode] - used with process.exit
       */
      error(message, errorOptions) {
        this._outputConfiguration.outputError(
          `${message}
`,
          this._outputConfiguration.writeErr
        );
        if (typeof this._showHelpAfterError === "string") {
          this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`);
        } else if (this._showHelpAfterError) {
          this._outputConfiguration.writeErr("\n");
          this.outputHelp({ error: true });
        }
        const config = errorOptions || {};
        const exitCode2 = config.exitCode || 1;
        const code = config.code || "commander.error";
        this._exit(exitCode2, code, message);
      }
      /**
       * Apply any option related environment variables, if option does
       * not have a value from cli or client code.
       *
       * @private
       */
      _parseOptionsEnv() {
        this.options.forEach((option) => {
          if (option.envVar && option.envVar in process2.env) {
            const optionKey = option.attributeName();
            if (this.getOptionValue(optionKey) === void 0 || ["default", "config", "env"].includes(
              this.getOptionValueSource(optionKey)
            )) {
              if (option.required || option.optional) {
                this.emit(`optionEnv:${option.name()}`, process2.env[option.envVar]);
              } else {
                this.emit(`optionEnv:${option.name()}`);
              }
            }
          }
        });
      }
      /**
       * Apply any implied option values, if option is undefined or default value.
       *
       * @private
       */
      _parseOptionsImplied() {
        const dualHelper = new DualOptions(this.options);
        const hasCustomOptionValue = (optionKey) => {
          return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
        };
        this.options.filter(
          (option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option
          )
        ).forEach((option) => {
          Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              "implied"
            );
          });
        });
      }
      /**
       * Argument `name` is missing.
       *
       * @param {string} name
       * @private
       */
      missingArgument(name) {
        const message = `error: missing required argument '${name}'`;
        this.error(message, { code: "commander.missingArgument" });
      }
      /**
       * `Option` is missing an argument.
       *
       * @param {Option} option
       * @private
       */
      optionMissingArgument(option) {
        const message = `error: option '${option.flags}' argument missing`;
        this.error(message, { code: "commander.optionMissingArgument" });
      }
      /**
       * `Option` does not have a value, and is a mandatory option.
       *
       * @param {Option} option
       * @private
       */
      missingMandatoryOptionValue(option) {
        const message = `error: required option '${option.flags}' not specified`;
        this.error(message, { code: "commander.missingMandatoryOptionValue" });
      }
      /**
       * `Option` conflicts with another option.
       *
       * @param {Option} option
       * @param {Option} conflictingOption
       * @private
       */
      _conflictingOption(option, conflictingOption) {
        const findBestOptionFromValue = (option2) => {
          const optionKey = option2.attributeName();
          const optionValue = this.getOptionValue(optionKey);
          const negativeOption = this.options.find(
            (target) => target.negate && optionKey === target.attributeName()
          );
          const positiveOption = this.options.find(
            (target) => !target.negate && optionKey === target.attributeName()
          );
          if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) {
            return negativeOption;
          }
          return positiveOption || option2;
        };
        const getErrorMessage = (option2) => {
          const bestOption = findBestOptionFromValue(option2);
          const optionKey = bestOption.attributeName();
          const source = this.getOptionValueSource(optionKey);
          if (source === "env") {
            return `environment variable '${bestOption.envVar}'`;
          }
          return `option '${bestOption.flags}'`;
        };
        const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
        this.error(message, { code: "commander.conflictingOption" });
      }
      /**
       * Unknown option `flag`.
       *
       * @param {string} flag
       * @private
       */
      unknownOption(flag) {
        if (this._allowUnknownOption) return;
        let suggestion = "";
        if (flag.startsWith("--") && this._showSuggestionAfterError) {
          let candidateFlags = [];
          let command2 = this;
          do {
            const moreFlags = command2.createHelp().visibleOptions(command2).filter((option) => option.long).map((option) => option.long);
            candidateFlags = candidateFlags.concat(moreFlags);
            command2 = command2.parent;
          } while (command2 && !command2._enablePositionalOptions);
          suggestion = suggestSimilar(flag, candidateFlags);
        }
        const message = `error: unknown option '${flag}'${suggestion}`;
        this.error(message, { code: "commander.unknownOption" });
      }
      /**
       * Excess arguments, more than expected.
       *
       * @param {string[]} receivedArgs
       * @private
       */
      _excessArguments(receivedArgs) {
        if (this._allowExcessArguments) return;
        const expected = this.registeredArguments.length;
        const s = expected === 1 ? "" : "s";
        const forSubcommand = this.parent ? ` for '${this.name()}'` : "";
        const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
        this.error(message, { code: "commander.excessArguments" });
      }
      /**
       * Unknown command.
       *
       * @private
       */
      unknownCommand() {
        const unknownName = this.args[0];
        let suggestion = "";
        if (this._showSuggestionAfterError) {
          const candidateNames = [];
          this.createHelp().visibleCommands(this).forEach((command2) => {
            candidateNames.push(command2.name());
            if (command2.alias()) candidateNames.push(command2.alias());
          });
          suggestion = suggestSimilar(unknownName, candidateNames);
        }
        const message = `error: unknown command '${unknownName}'${suggestion}`;
        this.error(message, { code: "commander.unknownCommand" });
      }
      /**
       * Get or set the program version.
       *
       * This method auto-registers the "-V, --version" option which will print the version number.
       *
       * You can optionally supply the flags and description to override the defaults.
       *
       * @param {string} [str]
       * @param {string} [flags]
       * @param {string} [description]
       * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
       */
      version(str, flags, description) {
        if (str === void 0) return this._version;
        this._version = str;
        flags = flags || "-V, --version";
        description = description || "output the version number";
        const versionOption = this.createOption(flags, description);
        this._versionOptionName = versionOption.attributeName();
        this._registerOption(versionOption);
        this.on("option:" + versionOption.name(), () => {
          this._outputConfiguration.writeOut(`${str}
`);
          this._exit(0, "commander.version", str);
        });
        return this;
      }
      /**
       * Set the description.
       *
       * @param {string} [str]
       * @param {object} [argsDescription]
       * @return {(string|Command)}
       */
      description(str, argsDescription) {
        if (str === void 0 && argsDescription === void 0)
          return this._description;
        this._description = str;
        if (argsDescription) {
          this._argsDescription = argsDescription;
        }
        return this;
      }
      /**
       * Set the summary. Used when listed as subcommand of parent.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      summary(str) {
        if (str === void 0) return this._summary;
        this._summary = str;
        return this;
      }
      /**
       * Set an alias for the command.
       *
       * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
       *
       * @param {string} [alias]
       * @return {(string|Command)}
       */
      alias(alias) {
        if (alias === void 0) return this._aliases[0];
        let command2 = this;
        if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) {
          command2 = this.commands[this.commands.length - 1];
        }
        if (alias === command2._name)
          throw new Error("Command alias can't be the same as its name");
        const matchingCommand = this.parent?._findCommand(alias);
        if (matchingCommand) {
          const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
          throw new Error(
            `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`
          );
        }
        command2._aliases.push(alias);
        return this;
      }
      /**
       * Set aliases for the command.
       *
       * Only the first alias is shown in the auto-generated help.
       *
       * @param {string[]} [aliases]
       * @return {(string[]|Command)}
       */
      aliases(aliases) {
        if (aliases === void 0) return this._aliases;
        aliases.forEach((alias) => this.alias(alias));
        return this;
      }
      /**
       * Set / get the command usage `str`.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      usage(str) {
        if (str === void 0) {
          if (this._usage) return this._usage;
          const args = this.registeredArguments.map((arg) => {
            return humanReadableArgName(arg);
          });
          return [].concat(
            this.options.length || this._helpOption !== null ? "[options]" : [],
            this.commands.length ? "[command]" : [],
            this.registeredArguments.length ? args : []
          ).join(" ");
        }
        this._usage = str;
        return this;
      }
      /**
       * Get or set the name of the command.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      name(str) {
        if (str === void 0) return this._name;
        this._name = str;
        return this;
      }
      /**
       * Set/get the help group heading for this subcommand in parent command's help.
       *
       * @param {string} [heading]
       * @return {Command | string}
       */
      helpGroup(heading) {
        if (heading === void 0) return this._helpGroupHeading ?? "";
        this._helpGroupHeading = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for subcommands added to this command.
       * (This does not override a group set directly on the subcommand using .helpGroup().)
       *
       * @example
       * program.commandsGroup('Development Commands:);
       * program.command('watch')...
       * program.command('lint')...
       * ...
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      commandsGroup(heading) {
        if (heading === void 0) return this._defaultCommandGroup ?? "";
        this._defaultCommandGroup = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for options added to this command.
       * (This does not override a group set directly on the option using .helpGroup().)
       *
       * @example
       * program
       *   .optionsGroup('Development Options:')
       *   .option('-d, --debug', 'output extra debugging')
       *   .option('-p, --profile', 'output profiling information')
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      optionsGroup(heading) {
        if (heading === void 0) return this._defaultOptionGroup ?? "";
        this._defaultOptionGroup = heading;
        return this;
      }
      /**
       * @param {Option} option
       * @private
       */
      _initOptionGroup(option) {
        if (this._defaultOptionGroup && !option.helpGroupHeading)
          option.helpGroup(this._defaultOptionGroup);
      }
      /**
       * @param {Command} cmd
       * @private
       */
      _initCommandGroup(cmd) {
        if (this._defaultCommandGroup && !cmd.helpGroup())
          cmd.helpGroup(this._defaultCommandGroup);
      }
      /**
       * Set the name of the command from script filename, such as process.argv[1],
       * or require.main.filename, or __filename.
       *
       * (Used internally and public although not documented in README.)
       *
       * @example
       * program.nameFromFilename(require.main.filename);
       *
       * @param {string} filename
       * @return {Command}
       */
      nameFromFilename(filename) {
        this._name = path.basename(filename, path.extname(filename));
        return this;
      }
      /**
       * Get or set the directory for searching for executable subcommands of this command.
       *
       * @example
       * program.executableDir(__dirname);
       * // or
       * program.executableDir('subcommands');
       *
       * @param {string} [path]
       * @return {(string|null|Command)}
       */
      executableDir(path2) {
        if (path2 === void 0) return this._executableDir;
        this._executableDir = path2;
        return this;
      }
      /**
       * Return program help documentation.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
       * @return {string}
       */
      helpInformation(contextOptions) {
        const helper = this.createHelp();
        const context = this._getOutputContext(contextOptions);
        helper.prepareContext({
          error: context.error,
          helpWidth: context.helpWidth,
          outputHasColors: context.hasColors
        });
        const text = helper.formatHelp(this, helper);
        if (context.hasColors) return text;
        return this._outputConfiguration.stripColor(text);
      }
      /**
       * @typedef HelpContext
       * @type {object}
       * @property {boolean} error
       * @property {number} helpWidth
       * @property {boolean} hasColors
       * @property {function} write - includes stripColor if needed
       *
       * @returns {HelpContext}
       * @private
       */
      _getOutputContext(contextOptions) {
        contextOptions = contextOptions || {};
        const error = !!contextOptions.error;
        let baseWrite;
        let hasColors;
        let helpWidth;
        if (error) {
          baseWrite = (str) => this._outputConfiguration.writeErr(str);
          hasColors = this._outputConfiguration.getErrHasColors();
          helpWidth = this._outputConfiguration.getErrHelpWidth();
        } else {
          baseWrite = (str) => this._outputConfiguration.writeOut(str);
          hasColors = this._outputConfiguration.getOutHasColors();
          helpWidth = this._outputConfiguration.getOutHelpWidth();
        }
        const write = (str) => {
          if (!hasColors) str = this._outputConfiguration.stripColor(str);
          return baseWrite(str);
        };
        return { error, write, hasColors, helpWidth };
      }
      /**
       * Output help information for this command.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      outputHelp(contextOptions) {
        let deprecatedCallback;
        if (typeof contextOptions === "function") {
          deprecatedCallback = contextOptions;
          contextOptions = void 0;
        }
        const outputContext = this._getOutputContext(contextOptions);
        const eventContext = {
          error: outputContext.error,
          write: outputContext.write,
          command: this
        };
        this._getCommandAndAncestors().reverse().forEach((command2) => command2.emit("beforeAllHelp", eventContext));
        this.emit("beforeHelp", eventContext);
        let helpInformation = this.helpInformation({ error: outputContext.error });
        if (deprecatedCallback) {
          helpInformation = deprecatedCallback(helpInformation);
          if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) {
            throw new Error("outputHelp callback must return a string or a Buffer");
          }
        }
        outputContext.write(helpInformation);
        if (this._getHelpOption()?.long) {
          this.emit(this._getHelpOption().long);
        }
        this.emit("afterHelp", eventContext);
        this._getCommandAndAncestors().forEach(
          (command2) => command2.emit("afterAllHelp", eventContext)
        );
      }
      /**
       * You can pass in flags and a description to customise the built-in help option.
       * Pass in false to disable the built-in help option.
       *
       * @example
       * program.helpOption('-?, --help' 'show help'); // customise
       * program.helpOption(false); // disable
       *
       * @param {(string | boolean)} flags
       * @param {string} [description]
       * @return {Command} `this` command for chaining
       */
      helpOption(flags, description) {
        if (typeof flags === "boolean") {
          if (flags) {
            if (this._helpOption === null) this._helpOption = void 0;
            if (this._defaultOptionGroup) {
              this._initOptionGroup(this._getHelpOption());
            }
          } else {
            this._helpOption = null;
          }
          return this;
        }
        this._helpOption = this.createOption(
          flags ?? "-h, --help",
          description ?? "display help for command"
        );
        if (flags || description) this._initOptionGroup(this._helpOption);
        return this;
      }
      /**
       * Lazy create help option.
       * Returns null if has been disabled with .helpOption(false).
       *
       * @returns {(Option | null)} the help option
       * @package
       */
      _getHelpOption() {
        if (this._helpOption === void 0) {
          this.helpOption(void 0, void 0);
        }
        return this._helpOption;
      }
      /**
       * Supply your own option to use for the built-in help option.
       * This is an alternative to using helpOption() to customise the flags and description etc.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addHelpOption(option) {
        this._helpOption = option;
        this._initOptionGroup(option);
        return this;
      }
      /**
       * Output help information and exit.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      help(contextOptions) {
        this.outputHelp(contextOptions);
        let exitCode2 = Number(process2.exitCode ?? 0);
        if (exitCode2 === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) {
          exitCode2 = 1;
        }
        this._exit(exitCode2, "commander.help", "(outputHelp)");
      }
      /**
       * // Do a little typing to coordinate emit and listener for the help text events.
       * @typedef HelpTextEventContext
       * @type {object}
       * @property {boolean} error
       * @property {Command} command
       * @property {function} write
       */
      /**
       * Add additional text to be displayed with the built-in help.
       *
       * Position is 'before' or 'after' to affect just this command,
       * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
       *
       * @param {string} position - before or after built-in help
       * @param {(string | Function)} text - string to add, or a function returning a string
       * @return {Command} `this` command for chaining
       */
      addHelpText(position2, text) {
        const allowedValues = ["beforeAll", "before", "after", "afterAll"];
        if (!allowedValues.includes(position2)) {
          throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        const helpEvent = `${position2}Help`;
        this.on(helpEvent, (context) => {
          let helpStr;
          if (typeof text === "function") {
            helpStr = text({ error: context.error, command: context.command });
          } else {
            helpStr = text;
          }
          if (helpStr) {
            context.write(`${helpStr}
`);
          }
        });
        return this;
      }
      /**
       * Output help information if help flags specified
       *
       * @param {Array} args - array of options to search for help flags
       * @private
       */
      _outputHelpIfRequested(args) {
        const helpOption = this._getHelpOption();
        const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
        if (helpRequested) {
          this.outputHelp();
          this._exit(0, "commander.helpDisplayed", "(outputHelp)");
        }
      }
    };
    function incrementNodeInspectorPort(args) {
      return args.map((arg) => {
        if (!arg.startsWith("--inspect")) {
          return arg;
        }
        let debugOption;
        let debugHost = "127.0.0.1";
        let debugPort = "9229";
        let match;
        if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
          debugOption = match[1];
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
          debugOption = match[1];
          if (/^\d+$/.test(match[3])) {
            debugPort = match[3];
          } else {
            debugHost = match[3];
          }
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
          debugOption = match[1];
          debugHost = match[3];
          debugPort = match[4];
        }
        if (debugOption && debugPort !== "0") {
          return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
        }
        return arg;
      });
    }
    function useColor() {
      if (process2.env.NO_COLOR || process2.env.FORCE_COLOR === "0" || process2.env.FORCE_COLOR === "false")
        return false;
      if (process2.env.FORCE_COLOR || process2.env.CLICOLOR_FORCE !== void 0)
        return true;
      return void 0;
    }
    exports.Command = Command2;
    exports.useColor = useColor;
  }
});

// node_modules/commander/index.js
var require_commander = __commonJS({
  "node_modules/commander/index.js"(exports) {
    var { Argument: Argument2 } = require_argument();
    var { Command: Command2 } = require_command();
    var { CommanderError: CommanderError2, InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var { Help: Help2 } = require_help();
    var { Option: Option2 } = require_option();
    exports.program = new Command2();
    exports.createCommand = (name) => new Command2(name);
    exports.createOption = (flags, description) => new Option2(flags, description);
    exports.createArgument = (name, description) => new Argument2(name, description);
    exports.Command = Command2;
    exports.Option = Option2;
    exports.Argument = Argument2;
    exports.Help = Help2;
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
    exports.InvalidOptionArgumentError = InvalidArgumentError2;
  }
});

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open5, close, replace = open5) => (input) => {
      let string2 = "" + input, index = string2.indexOf(close, open5.length);
      return ~index ? open5 + replaceClose(string2, close, replace, index) + close : open5 + string2 + close;
    };
    var replaceClose = (string2, close, replace, index) => {
      let result2 = "", cursor = 0;
      do {
        result2 += string2.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string2.indexOf(close, cursor);
      } while (~index);
      return result2 + string2.substring(cursor);
    };
    var createColors = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors();
    module.exports.createColors = createColors;
  }
});

// src/cli.ts
import { fileURLToPath } from "node:url";

// node_modules/commander/esm.mjs
var import_index = __toESM(require_commander(), 1);
var {
  program,
  createCommand,
  createArgument,
  createOption,
  CommanderError,
  InvalidArgumentError,
  InvalidOptionArgumentError,
  // deprecated old name
  Command,
  Argument,
  Option,
  Help
} = import_index.default;

// src/entry/audit-command.ts
import { mkdtemp, rm as rm2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join4 } from "node:path";

// src/inspect/audit/audit.ts
import { writeFile as writeFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/report/audit-kinds.ts
var auditKinds = {
  // go worker()
  goroutine: {
    level: "warning",
    title: "starts a goroutine",
    advice: "start it from a function that main or a test calls, with a way to end it; leak checks see it in every test of every package that imports this one"
  },
  // net.Listen("tcp", ":8080")
  network: {
    level: "warning",
    title: "uses the network",
    advice: "connect when it is first needed, with a timeout, and return the error"
  },
  // os.Open("config.json")
  file: {
    level: "warning",
    title: "uses a file",
    advice: "open it when it is first needed (sync.OnceValues) or embed it; a test runs in the folder of its package, where the file may not be"
  },
  // exec.Command("git", "rev-parse", "HEAD").Output()
  command: {
    level: "warning",
    title: "runs a command",
    advice: "run it when its output is needed, or at build time (-ldflags=-X)"
  },
  // log.Fatal(err)
  exit: {
    level: "warning",
    title: "ends the process",
    advice: "return the error and let main end the process; no test has begun yet, so none can be named, and exit code 0 looks as if nothing had been wrong"
  },
  // panic(err)
  panic: {
    level: "warning",
    title: "panics",
    advice: "return the error, or make the value when it is first needed; a panic here fails every package that imports this one"
  },
  // flag.Parse()
  "flag-parse": {
    level: "warning",
    title: "parses flags",
    advice: 'call it in main; package testing has not declared its flags yet, so go test ends with "flag provided but not defined: -test..."'
  },
  // time.Sleep(time.Second)
  wait: {
    level: "warning",
    title: "waits",
    advice: "wait where the result is needed; everything that imports this package waits with it"
  },
  // template.Must(template.ParseFiles("page.html"))
  must: {
    level: "note",
    title: "panics if its input is wrong",
    advice: "use the function that returns an error, unless the input is the same in every process"
  },
  // os.Getenv("DSN")
  environment: {
    level: "note",
    title: "reads the environment",
    advice: "read it in main and hand the value on; t.Setenv comes too late for what is read here"
  },
  // flag.String("addr", "", ""), http.HandleFunc("/", home)
  registration: {
    level: "note",
    title: "registers globally",
    advice: "use a flag.FlagSet or http.ServeMux of your own; a second registration of a name panics"
  },
  // os.Setenv("TZ", "UTC")
  "process-state": {
    level: "note",
    title: "changes the process",
    advice: "do it in main or in TestMain; every test of every importing package is run with it"
  }
};

// src/probe/build-tool.ts
import { createHash, randomBytes } from "node:crypto";
import { access, mkdir, readFile, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
async function buildTool(tool, sources, go) {
  const directory = join(sources.directory, tool.name);
  const folder = join(go.gocache, "crash-guard", "bin", await hashTool(tool, directory, go));
  const path = join(folder, `${tool.name}${go.exe}`);
  if (await exists(path)) return { kind: "built", path };
  await mkdir(folder, { recursive: true });
  const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  const args = ["build", "-trimpath", "-buildvcs=false", ...tool.flags, "-o", temporary, "."];
  const env = toolEnvironment(sources.env, go);
  const result2 = await sources.run("go", args, {
    cwd: directory,
    env,
    timeoutMs: tool.timeoutMs
  });
  if (result2.kind !== "exited" || result2.code !== 0) {
    await rm(temporary, { force: true });
    return { kind: "failed", result: result2 };
  }
  await rename(temporary, path).catch(() => rm(temporary, { force: true }));
  return { kind: "built", path };
}
function toolEnvironment(env, go) {
  const released = /^go1\.\d+(?:\.\d+|rc\d+|beta\d+)?$/.test(go.version);
  return {
    ...env,
    ...released ? { GOTOOLCHAIN: go.version } : {},
    CGO_ENABLED: "0",
    // Not empty: go would take what `go env -w` has set.
    GOFLAGS: "-mod=readonly",
    GOWORK: "off",
    GO111MODULE: "on",
    GOOS: go.hostOs,
    GOARCH: go.hostArch,
    GOEXPERIMENT: ""
  };
}
async function hashTool(tool, directory, go) {
  const { name, flags } = tool;
  const hash = createHash("sha256");
  hash.update(`${go.version} ${go.hostOs}/${go.hostArch} ${JSON.stringify([name, ...flags])}
`);
  const files = (await readdir(directory)).filter(
    (file) => /\.(?:go|mod|sum)$/.test(file) && !file.endsWith("_test.go")
  );
  for (const file of files.sort()) {
    hash.update(`${file}
`).update(await readFile(join(directory, file)));
  }
  return hash.digest("hex").slice(0, 20);
}
async function exists(path) {
  return access(path).then(
    () => true,
    () => false
  );
}

// src/inspect/audit/analyse.ts
var place = { file: string(), line: int() };
var analysisSchema = object({
  packages: array(
    object({
      package: string(),
      role: _enum(["own", "dependency"]),
      findings: array(
        object({
          kind: _enum(Object.keys(auditKinds)),
          what: string(),
          ...place,
          conditional: boolean(),
          test: boolean(),
          generated: boolean(),
          chain: array(object({ function: string(), ...place })),
          also: int()
        })
      ),
      omitted: int(),
      problems: array(string())
    })
  ),
  testMains: array(object({ file: string(), offset: int() }))
});
var buildMs = 3e5;
var analyseMs = 6e5;
async function buildAnalyser(ports, go) {
  const built = await buildTool(
    { name: "audit", flags: [], timeoutMs: buildMs },
    { directory: ports.probeDirectory, run: ports.run, env: ports.env },
    go
  );
  if (built.kind === "built") return built.path;
  const failure = describeFailure2(uninterrupted("building the audit program", built.result));
  throw new Error(`the audit program could not be built with ${go.version}: ${failure}`);
}
async function analyse(program3, list, overlay, ports) {
  const result2 = uninterrupted(
    "reading the packages",
    await ports.run(program3, overlay === "" ? [] : [overlay], {
      cwd: ports.scratch,
      env: ports.env,
      input: list,
      timeoutMs: analyseMs
    })
  );
  if (result2.kind !== "exited" || result2.code !== 0)
    throw new Error(`the audit program ${describeFailure2(result2)}`);
  return analysisSchema.parse(JSON.parse(result2.stdout));
}

// src/inspect/audit/costs.ts
function costs(records, packageOf2) {
  const all = /* @__PURE__ */ new Map();
  for (const { directory, packages } of records) {
    const owner = packageOf2(directory);
    for (const one of packages) {
      const path = unescapePath(one.package);
      if (path === "main") continue;
      const known = all.get(path) ?? { own: null, any: [] };
      all.set(path, known);
      known.any.push(one);
      if (path === owner || path === `${owner ?? ""}_test`) known.own = one;
    }
  }
  return new Map(
    [...all].flatMap(([path, { own: own2, any }]) => {
      const chosen = own2 ?? middle(any);
      return chosen === void 0 ? [] : [[path, toCost(chosen, any.length)]];
    })
  );
}
function toCost({ clockMs, bytes: bytes2, allocs }, starts2) {
  return { initMs: clockMs, bytes: bytes2, allocs, starts: starts2 };
}
function middle(found) {
  return [...found].sort((a, b) => a.clockMs - b.clockMs)[Math.floor((found.length - 1) / 2)];
}
function unescapePath(path) {
  return path.replace(
    /%([0-9a-f]{2})/g,
    (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))
  );
}

// src/inspect/audit/listing.ts
var analysedFields = "ImportPath,Dir,Name,Standard,DepOnly,ForTest,GoFiles,CgoFiles,ImportMap,Module";
async function listAudited(request, overlay, ports, go) {
  const { directory, patterns: packages } = request;
  const patterns = await choosePatterns({ directory, packages }, ports.run, ports.env, go);
  const list = async (...flags) => {
    const all = [
      ...flags,
      ...request.flags.planWords,
      ...overlay === "" ? [] : [`-overlay=${overlay}`]
    ];
    const args = ["list", "-e", ...all, "--", ...patterns];
    const result2 = await ports.run("go", args, { cwd: directory, env: ports.env });
    const listed = uninterrupted("go list", result2);
    if (listed.kind === "exited" && listed.code === 0) return listed.stdout;
    const fix = 'make "go list ./..." succeed in that folder first';
    const where = `go list (in ${directory})`;
    throw new InputError([{ where, what: describeFailure2(listed), fix }]);
  };
  const { packages: named3 } = parseGoList(await list(`-json=${listFields}`));
  checkListed(named3, patterns, request.patternsWhere);
  const text = await list("-deps", "-test", `-json=${analysedFields}`);
  return { patterns, named: named3, text };
}

// src/inspect/audit/start.ts
import { Buffer as Buffer2 } from "node:buffer";
import { mkdir as mkdir2, readFile as readFile2, readdir as readdir2, stat, writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";
var startRecordSchema = object({
  directory: string(),
  ending: _enum(["exited", "signaled", "stuck", "not-started"]),
  exitCode: int(),
  signal: string(),
  elapsedMs: number(),
  packages: array(
    object({
      package: string(),
      atMs: number(),
      clockMs: number(),
      bytes: number(),
      allocs: number()
    })
  ),
  omitted: int(),
  said: string()
});
var startLimit = "20s";
var allStartsMs = 18e5;
var maxRecordBytes = 8 << 20;
async function startAll(request, ports, start) {
  const folder = join2(ports.scratch, "starts");
  await mkdir2(folder);
  const overlay = join2(ports.scratch, "start-overlay.json");
  await writeFile(overlay, JSON.stringify({ Replace: await startOverlay(start, ports.scratch) }));
  const exec = joinQuotedWords([start.program, "start", folder, startLimit]);
  if (exec === null) throw new Error(`the go command cannot be told of ${start.program}`);
  const args = [
    "test",
    `-exec=${exec}`,
    `-overlay=${overlay}`,
    "-run=^$",
    "-vet=off",
    "-count=1",
    ...request.flags.planWords,
    ...start.patterns
  ];
  const { directory } = request;
  const begin = performance.now();
  const options = { cwd: directory, env: ports.env, timeoutMs: allStartsMs };
  const result2 = await ports.run("go", args, options);
  const inTime = performance.now() - begin < allStartsMs;
  const ended = inTime ? uninterrupted("starting the test binaries", result2) : null;
  return {
    records: await readRecords(folder),
    buildText: splitBuildText(ended?.kind === "exited" ? ended.stderr : ""),
    gaps: inTime ? [] : [`not everything was started in ${formatDuration(allStartsMs)}`]
  };
}
async function startOverlay(start, scratch) {
  const replace = { ...start.userOverlay };
  const isFixed = (path) => isBelow(path, start.gomodcache);
  for (const [number2, { file, offset }] of start.testMains.entries()) {
    if (isFixed(file)) continue;
    const source = await readFile2(replace[file] ?? file);
    const path = join2(scratch, `test-main-${String(number2)}.go`);
    const rest = source.subarray(offset + "TestMain".length);
    const name = Buffer2.from("testMainThatIsNotCalled");
    await writeFile(path, Buffer2.concat([source.subarray(0, offset), name, rest]));
    replace[file] = path;
  }
  for (const { dir, name, testFiles: testFiles2, externalTestFiles } of start.named) {
    const hasTests = testFiles2.length + externalTestFiles.length > 0;
    if (hasTests || dir === "" || name === "" || isFixed(dir)) continue;
    const path = join2(scratch, `empty-${name}_test.go`);
    await writeFile(path, `package ${name}
`);
    replace[join2(dir, "zz_crash_guard_audit_test.go")] = path;
  }
  return replace;
}
async function readRecords(folder) {
  const records = [];
  for (const name of (await readdir2(folder)).sort()) {
    const path = join2(folder, name);
    if ((await stat(path)).size > maxRecordBytes) continue;
    try {
      records.push(startRecordSchema.parse(JSON.parse(await readFile2(path, "utf8"))));
    } catch {
    }
  }
  return records;
}

// src/inspect/audit/starts.ts
var maxSaidChars = 400;
function starts(named3, { records, buildText }, directory) {
  const byFolder = new Map(records.map((record2) => [record2.directory, record2]));
  return named3.map((listed) => {
    const record2 = byFolder.get(listed.dir);
    return record2 === void 0 ? notBuilt(
      listed.package,
      listed.error ?? buildText.get(listed.package) ?? buildText.get("") ?? ""
    ) : { package: listed.package, ...told(record2, directory) };
  });
}
function notBuilt(name, text) {
  const nothing = {
    exitCode: 0,
    signal: "",
    ready: false,
    elapsedMs: 0,
    initMs: 0,
    bytes: 0,
    allocs: 0
  };
  return {
    package: name,
    ending: "not-built",
    ...nothing,
    said: firstLine(inOneLine(text)),
    at: null
  };
}
function inOneLine(text) {
  return text.replace(/\n\t(?=imports )/g, " ");
}
function told(record2, directory) {
  const { ending, exitCode: exitCode2, signal, elapsedMs, packages, said } = record2;
  const sum = (of) => packages.reduce((total, one) => total + of(one), 0);
  const ready = record2.omitted > 0 || packages.some((one) => one.package === "main");
  const well = ready && ending === "exited" && exitCode2 === 0;
  return {
    ending,
    exitCode: exitCode2,
    signal,
    ready,
    elapsedMs,
    initMs: Math.round(sum(({ clockMs }) => clockMs) * 1e3) / 1e3,
    bytes: sum(({ bytes: bytes2 }) => bytes2),
    allocs: sum(({ allocs }) => allocs),
    // Where it is stuck tells more than that it was asked.
    said: well || ending === "stuck" ? null : firstLine(said),
    at: well ? null : place2(said, directory)
  };
}
function firstLine(text) {
  const line = printable(text).split("\n").find((one) => one.trim() !== "");
  return line === void 0 ? null : clip(line.trim(), maxSaidChars);
}
function place2(said, directory) {
  const parser = createGoroutineParser();
  for (const line of said.split("\n")) parser.push(line);
  parser.end();
  const first = parser.goroutines.find(({ id }) => id === 1) ?? parser.goroutines[0];
  const frame2 = first === void 0 ? null : userFrame(first.frames);
  return frame2 === null ? null : relativeTo(directory, frame2);
}

// src/inspect/audit/audit.ts
async function audit(request, ports) {
  const { directory } = request;
  const go = await inspectGo(ports.run, directory, ports.env);
  const userOverlay = await readUserOverlay(overlayOf(request, go), directory);
  const overlay = await writeOverlay(userOverlay, ports.scratch);
  const { patterns, named: named3, text } = await listAudited(request, overlay, ports, go);
  const program3 = await buildAnalyser(ports, go);
  const analysis = await analyse(program3, text, overlay, ports);
  const { testMains } = analysis;
  const { gomodcache } = go;
  const toStart = { program: program3, named: named3, patterns, userOverlay, testMains, gomodcache };
  const started = request.start ? await startAll(request, ports, toStart) : null;
  return compose(request, go, named3, analysis, started);
}
function overlayOf({ flags }, go) {
  if (flags.overlay !== null) return flags.overlay;
  const split = splitQuotedWords(go.goflags);
  return "problem" in split ? null : parseGoTestFlags(split.words, "GOFLAGS").flags.overlay;
}
async function writeOverlay(replace, scratch) {
  if (Object.keys(replace).length === 0) return "";
  const path = join3(scratch, "overlay.json");
  await writeFile2(path, JSON.stringify({ Replace: replace }));
  return path;
}
function compose({ directory }, go, named3, analysis, started) {
  const byFolder = new Map(named3.map((listed) => [listed.dir, listed.package]));
  const packageOf2 = (folder) => byFolder.get(folder) ?? null;
  const costOf = costs(started?.records ?? [], packageOf2);
  const analysed = new Set(analysis.packages.map((one) => one.package));
  const packages = analysis.packages.map((one) => ({
    ...one,
    cost: costOf.get(one.package) ?? null,
    findings: one.findings.map((finding) => toFinding(finding, [directory, go.gomodcache]))
  }));
  for (const [name, cost] of costOf) {
    if (analysed.has(name)) continue;
    packages.push({
      package: name,
      role: "standard",
      cost,
      findings: [],
      omitted: 0,
      problems: []
    });
  }
  const own2 = (one) => one.role === "own" ? 0 : 1;
  const initMs = ({ cost }) => cost?.initMs ?? -1;
  return {
    directory,
    go: go.version,
    named: named3.map((listed) => listed.package),
    packages: packages.sort(
      (a, b) => own2(a) - own2(b) || initMs(b) - initMs(a) || (a.package < b.package ? -1 : 1)
    ),
    starts: started === null ? [] : starts(named3, started, directory),
    gaps: started?.gaps ?? ["nothing was started, so what initialisation costs is not known"]
  };
}
function toFinding(finding, folders2) {
  const { kind, conditional } = finding;
  const level = kind === "panic" && conditional ? "note" : auditKinds[kind].level;
  const below = (frame2) => folders2.reduce((named3, folder) => relativeTo(folder, named3), frame2);
  const { file } = below({ ...finding, function: "" });
  return { ...finding, level, file, chain: finding.chain.map(below) };
}

// src/render/audit-findings.ts
var shownFindings = 30;
function formatMs(ms) {
  return `${ms < 1 ? ms.toFixed(3) : ms.toFixed(1)} ms`;
}
function costCells(cost) {
  if (cost === null) return ["", "", ""];
  const { initMs, bytes: bytes2, allocs } = cost;
  return [formatMs(initMs), formatBytes(bytes2), plural(allocs, "alloc")];
}
function findingLines(page, found, omitted = 0) {
  const ordered = [...found].sort((a, b) => rank(a) - rank(b));
  const shown2 = ordered.slice(0, shownFindings);
  const width = shown2.reduce((most, { kind }) => Math.max(most, title(kind).length), 0);
  const lines = shown2.flatMap((finding) => {
    const { bad, dim } = page.paint;
    const { kind, level, what, file, line } = finding;
    const mark = level === "warning" ? bad("✗") : "!";
    const place3 = `${oneLine(file)}:${String(line)}`;
    const text = textLine(page, `    ${title(kind).padEnd(width)}  ${place3}  ${what}`);
    return [`  ${mark}${text.slice(3)}`, dim(textLine(page, `      ${way(finding)}`))];
  });
  return [...lines, ...moreLine(page, ordered.length - shown2.length + omitted, "finding")];
}
function title(kind) {
  return auditKinds[kind].title;
}
function rank({ level }) {
  return level === "warning" ? 0 : 1;
}
function way({ chain, conditional, test, generated, also }) {
  const steps = chain.map(
    ({ function: name, file, line }, i) => (
      // The last place is that of the finding itself.
      i === chain.length - 1 ? name : `${name} (${baseName(file)}:${String(line)})`
    )
  );
  const remarks = [
    `in ${steps.join(" > ")}`,
    also > 0 ? `and from ${plural(also, "more initialiser")}` : "",
    conditional ? "not in every case" : "",
    test ? "in a test file" : "",
    generated ? "in a generated file" : ""
  ];
  return remarks.filter((remark2) => remark2 !== "").join("; ");
}
function baseName(file) {
  return file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
}

// src/render/audit.ts
var shownQuiet = 5;
var shownDependencies = 10;
var shownProblems = 20;
var worthALineMs = 0.05;
function renderAudit(audit3, page) {
  const own2 = audit3.packages.filter(({ role }) => role === "own");
  const lines = [
    page.paint.bold(textLine(page, headline(audit3, own2))),
    ...startLines(page, audit3.starts),
    ...problemLines(page, audit3),
    ...ownLines(page, own2),
    ...dependencyLines(
      page,
      audit3.packages.filter(({ role }) => role !== "own")
    ),
    ...adviceLines(page, own2)
  ];
  return `${lines.join("\n")}
`;
}
function headline({ go, starts: starts2 }, own2) {
  const found = own2.flatMap(({ findings }) => findings);
  const warnings = found.filter(({ level }) => level === "warning").length;
  const slowest = starts2.reduce((most, { initMs }) => Math.max(most, initMs), 0);
  const cost = starts2.length === 0 ? "" : `; up to ${formatMs(slowest)} before main`;
  const counts = `${plural(warnings, "warning")}, ${plural(found.length - warnings, "note")}`;
  return `startup of ${plural(own2.length, "package")} with ${go}: ${counts}${cost}`;
}
function startLines(page, starts2) {
  const troubled = starts2.filter(
    ({ ending, exitCode: exitCode2, ready }) => ending !== "exited" || exitCode2 !== 0 || !ready
  );
  const lines = troubled.slice(0, shownProblems).flatMap((start) => {
    const { at: at2 } = start;
    const line = textLine(page, `  ${oneLine(start.package)} ${outcome(start)}`);
    const where = at2 === null ? [] : [frameLine(page, "      at ", at2)];
    return [`${page.paint.bad("✗")}${line.slice(1)}`, ...where];
  });
  const more = moreLine(
    page,
    troubled.length - shownProblems < 0 ? 0 : troubled.length - shownProblems,
    "package"
  );
  return lines.length === 0 ? [] : ["", ...lines, ...more];
}
function outcome({ ending, exitCode: exitCode2, signal, ready, elapsedMs, said }) {
  const when = ready ? "without a test" : "before main";
  const words = said === null ? "" : `: ${said}`;
  switch (ending) {
    case "exited":
      return `ends with exit code ${String(exitCode2)} ${when}${words}`;
    case "signaled":
      return `is ended by a signal (${signal}) ${when}${words}`;
    case "stuck":
      return `is not ready after ${formatDuration(elapsedMs)}${words}`;
    case "not-started":
      return `could not be started${words}`;
    case "not-built":
      return `could not be built${words}`;
  }
}
function problemLines({ paint }, { gaps, packages }) {
  const problems = [
    ...gaps,
    ...packages.flatMap((one) => one.role === "own" ? one.problems : [])
  ];
  const shown2 = problems.slice(0, shownProblems);
  const lines = shown2.map((problem2) => paint.bad(`! ${clip(oneLine(problem2), 400)}`));
  const more = moreLine({ paint, width: 0 }, problems.length - shown2.length, "problem");
  return lines.length === 0 ? [] : ["", ...lines, ...more];
}
function ownLines(page, own2) {
  const lines = [];
  for (const one of own2.filter(({ findings }) => findings.length > 0)) {
    const cost = costCells(one.cost).filter((cell) => cell !== "");
    const head2 = [one.package, ...cost].map(oneLine).join("  ");
    lines.push("", page.paint.bold(textLine(page, head2)));
    lines.push(...findingLines(page, one.findings, one.omitted));
  }
  const quiet = own2.filter(({ findings }) => findings.length === 0);
  if (quiet.length === 0) return lines;
  lines.push("", page.paint.bold("nothing found in:"), ...costLines(page, quiet, shownQuiet));
  return lines;
}
function dependencyLines(page, others) {
  const warns = ({ findings }) => findings.some(({ level }) => level === "warning");
  const costly = others.filter(({ cost }) => cost !== null && cost.initMs >= worthALineMs);
  const lines = [];
  if (costly.length > 0)
    lines.push(
      "",
      page.paint.bold("costliest dependencies:"),
      ...costLines(page, costly, shownDependencies)
    );
  const warning = others.filter(warns);
  if (warning.length > 0)
    lines.push("", page.paint.bold("dependencies that do more than set themselves up:"));
  for (const { package: name, findings } of warning.slice(0, shownDependencies)) {
    lines.push(textLine(page, `  ${name}`));
    const warnings = findings.filter(({ level }) => level === "warning");
    lines.push(...findingLines(page, warnings).map((line) => `  ${line}`));
  }
  lines.push(...moreLine(page, Math.max(0, warning.length - shownDependencies), "package"));
  return lines;
}
function costLines(page, packages, most) {
  const shown2 = packages.slice(0, most);
  const rows = aligned(
    shown2.map((one) => [...costCells(one.cost), oneLine(one.package)]),
    [true, true, true, false]
  );
  const lines = rows.map((row) => textLine(page, `  ${row}`.trimEnd()));
  return [...lines, ...moreLine(page, packages.length - shown2.length, "package")];
}
function adviceLines({ paint }, own2) {
  const found = new Set(own2.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  const kinds = Object.keys(auditKinds).filter((kind) => found.has(kind));
  if (kinds.length === 0) return [];
  const lines = kinds.map((kind) => `  ${auditKinds[kind].title}: ${auditKinds[kind].advice}`);
  return ["", paint.bold("what to do:"), ...lines.map(printable)];
}

// src/entry/defined-only.ts
function definedOnly(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== void 0));
}

// src/entry/audit-command.ts
async function auditCommand(packages, flags, {
  cwd,
  goTestWords,
  ...ports
}, page) {
  const settings = await loadSettings({
    cwd,
    directory: flags.dir ?? "",
    directoryName: "--dir",
    config: flags.config ?? "",
    configName: "--config",
    goTestWords,
    layer: {
      values: definedOnly({ packages: packages.length > 0 ? packages : void 0 }),
      where: (key) => key === "packages" ? "packages" : `--${key}`
    }
  });
  const scratch = await mkdtemp(join4(tmpdir(), "go-crash-guard-audit-"));
  try {
    const found = await audit(
      {
        directory: settings.directory,
        patterns: settings.packages,
        patternsWhere: settings.sources["packages"] ?? "packages",
        flags: settings.legs[0]?.goTestFlags ?? noGoTestFlags(),
        start: flags.run
      },
      { ...ports, scratch }
    );
    return flags.json === true ? `${JSON.stringify(found, null, 2)}
` : renderAudit(found, page);
  } finally {
    await rm2(scratch, { recursive: true, force: true });
  }
}

// src/entry/commands/audit.ts
function addAudit(program3, terminal2) {
  program3.command("audit").description("show what packages do before main, and what their initialisation costs").argument("[packages...]", 'package patterns (default: ./...); flags for go test go after "--"').option("--dir <dir>", "folder of the module (default: the current folder)").option("--config <file>", "settings file (default: DIR/.crash-guard.yml)").option("--no-run", "read the sources only: no test binary is started").option("--json", "print JSON").action((packages, flags) => audit2(packages, flags, terminal2));
}
async function audit2(packages, flags, terminal2) {
  const { write, cancellation, runCommand, probeDirectory, goTestWords } = terminal2;
  terminal2.listen();
  const ports = {
    run: runCommand,
    env: process.env,
    cwd: process.cwd(),
    probeDirectory,
    goTestWords
  };
  try {
    write(await auditCommand(packages, flags, ports, terminal2.page()));
  } catch (error) {
    if (cancellation.requested() === null) throw error;
  }
  terminal2.endWell();
}

// src/baseline/find-package.ts
function findPackage(packages, name) {
  const wanted2 = name.replace(/^\.\/+/, "").replace(/\/+$/, "");
  const isRoot = wanted2 === "" || wanted2 === ".";
  const exact = packages.filter(
    ({ key }) => isRoot ? key.package === key.module : key.package === wanted2
  );
  if (exact.length > 0) return { kind: "found", packages: exact };
  const byEnd = packages.filter(({ key }) => key.package.endsWith(`/${wanted2}`));
  if (!isRoot && byEnd.length > 0) return { kind: "found", packages: byEnd };
  const names2 = [...new Set(packages.map(({ key }) => key.package))];
  const last = (path) => path.slice(path.lastIndexOf("/") + 1);
  const near = nearest(wanted2, names2) ?? names2.find((path) => last(path) === nearest(last(wanted2), names2.map(last)));
  return { kind: "unknown", nearest: near ?? null };
}

// src/baseline/record-line.ts
function sameButRate(key) {
  return keyId({ ...key, rate: 0 });
}
async function readLine(store, paths, keys, limit) {
  const ids = new Set(keys.map(keyId));
  const found = paths.filter((entry) => ids.has(entry.keyId));
  const line = /* @__PURE__ */ new Map();
  for (const { path, distance: distance2 } of found.flatMap((entry) => entry.line))
    if (!line.has(distance2)) line.set(distance2, path);
  const nearest3 = [...line].sort(([a], [b]) => a - b).map(([, path]) => path);
  const elsewhere = nearest3.length === 0;
  const read = await readPaths(
    store,
    elsewhere ? found.flatMap(({ others }) => others).slice(0, maxElsewhere) : nearest3.slice(0, limit)
  );
  if (read.kind === "problem") return read;
  const { problems } = read;
  const records = elsewhere ? read.records.sort(byDate).slice(-limit) : read.records.reverse();
  return { kind: "records", records, problems, elsewhere };
}
var maxElsewhere = 400;
function byDate(a, b) {
  return Date.parse(a.committedAt) - Date.parse(b.committedAt);
}

// src/baseline/store-contents.ts
var recordsPerRead = 64;
function pathsByKey(paths, ancestors) {
  const distances = new Map(ancestors.map((commit, distance2) => [commit, distance2]));
  const keys = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const parsed = parsePath(path);
    if (parsed?.kind !== "heap") continue;
    const { keyId: keyId2, commit } = parsed;
    const found = keys.get(keyId2) ?? { keyId: keyId2, line: [], others: [] };
    keys.set(keyId2, found);
    const distance2 = distances.get(commit);
    if (distance2 === void 0) found.others.push(path);
    else found.line.push({ path, distance: distance2 });
  }
  for (const { line } of keys.values()) line.sort((a, b) => a.distance - b.distance);
  return [...keys.values()];
}
async function readContents(store, ancestors) {
  const listed = await store.list();
  if (listed.kind === "problem") return listed;
  const commits = /* @__PURE__ */ new Set();
  let records = 0;
  for (const path of listed.paths) {
    const parsed = parsePath(path);
    if (parsed?.kind !== "heap") continue;
    commits.add(parsed.commit);
    records++;
  }
  const problems = newerLayout(listed.paths);
  const packages = [];
  const keys = pathsByKey(listed.paths, ancestors);
  for (let start = 0; start < keys.length; start += recordsPerRead) {
    const some = keys.slice(start, start + recordsPerRead);
    const read = await readNearest(store, some);
    if (read.kind === "problem") return read;
    packages.push(...read.packages);
    problems.push(...read.problems);
  }
  packages.sort((a, b) => order(a.key) < order(b.key) ? -1 : 1);
  const [head2 = null] = ancestors;
  return {
    kind: "contents",
    contents: { store: store.name, head: head2, commits: commits.size, records, packages, problems },
    keys
  };
}
async function readNearest(store, keys) {
  const packages = [];
  const wanted2 = keys.map(({ line, others }) => line[0]?.path ?? others[0] ?? "");
  const read = await readPaths(store, wanted2);
  if (read.kind === "problem") return read;
  const byPath = new Map(read.records.map((record2) => [pathOf(record2), record2]));
  for (const [i, { line, others }] of keys.entries()) {
    const record2 = byPath.get(wanted2[i] ?? "");
    if (record2 === void 0) continue;
    const { key, commit, committedAt, environment: environment2 } = record2;
    packages.push({
      key,
      records: line.length + others.length,
      nearest: {
        ...{ commit, committedAt, environment: environment2, metrics: record2.record.metrics },
        distance: line[0]?.distance ?? null
      }
    });
  }
  return { kind: "read", packages, problems: read.problems };
}
function pathOf({ key, commit }) {
  return recordPath(key, commit);
}
function order({ package: name, leg, go, rate }) {
  return [name, leg, go, String(rate)].join(" ");
}

// src/heap/compare/change-point.ts
var shortestLevel = 3;
var leastProbability = 0.95;
var shuffles = 1e3;
var maxValues = 1e3;
function changePoints(values) {
  const start = Math.max(0, values.length - maxValues);
  const series = values.slice(start);
  if (!series.every(Number.isFinite)) return [];
  const splits = segment(series, 0, series.length).sort((a, b) => a.index - b.index);
  return splits.map(({ index, probability }, at2) => ({
    index: start + index,
    before: median(series.slice(splits[at2 - 1]?.index ?? 0, index)),
    after: median(series.slice(index, splits[at2 + 1]?.index ?? series.length)),
    probability
  }));
}
function segment(series, from, to) {
  if (to - from < 2 * shortestLevel) return [];
  const ranks = centredRanks(series.slice(from, to));
  const best = bestSplit(ranks);
  if (best.statistic === 0) return [];
  const probability = 1 - pValue(ranks, best.statistic);
  if (probability < leastProbability) return [];
  const index = from + best.at;
  return [{ index, probability }, ...segment(series, from, index), ...segment(series, index, to)];
}
function centredRanks(values) {
  const order2 = values.map((_, index) => index).sort((a, b) => at(values, a) - at(values, b));
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order2.length; ) {
    let next = first + 1;
    while (next < order2.length && at(values, order2[next]) === at(values, order2[first])) next++;
    const rank2 = (first + next - values.length) / 2;
    for (const index of order2.slice(first, next)) ranks[index] = rank2;
    first = next;
  }
  return ranks;
}
function at(values, index) {
  return values[index ?? 0] ?? 0;
}
function bestSplit(ranks) {
  const length = ranks.length;
  const best = { at: 0, statistic: 0 };
  let sum = 0;
  for (let left = 1; left <= length - shortestLevel; left++) {
    sum += ranks[left - 1] ?? 0;
    if (left < shortestLevel) continue;
    const statistic = sum * sum / (left * (length - left));
    if (statistic > best.statistic) Object.assign(best, { at: left, statistic });
  }
  return best;
}
function pValue(ranks, statistic) {
  const random = seededRandom(ranks.length);
  const shuffled = ranks.slice();
  let asUnusual = 0;
  const tooOften = (1 - leastProbability) * (shuffles + 1);
  for (let round = 0; round < shuffles && asUnusual <= tooOften; round++) {
    shuffle(shuffled, random);
    if (bestSplit(shuffled).statistic >= statistic * (1 - 1e-9)) asUnusual++;
  }
  return (asUnusual + 1) / (shuffles + 1);
}
function shuffle(values, random) {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const value = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = value;
  }
}
function seededRandom(seed) {
  let state = seed % 2147483646 + 1;
  return () => {
    state = state * 48271 % 2147483647;
    return (state - 1) / 2147483646;
  };
}

// src/heap/trend.ts
function trendsOf(records, wanted2 = packageMetrics) {
  return packageMetrics.filter((metric) => wanted2.includes(metric)).flatMap((metric) => {
    const points = records.flatMap(({ commit, committedAt, record: record2 }) => {
      const amount = record2.metrics[metric];
      return amount === null ? [] : [{ commit, committedAt, amount }];
    });
    if (points.length === 0) return [];
    const shifts = changePoints(points.map(({ amount }) => amount)).flatMap((change) => {
      const point = points[change.index];
      if (point === void 0) return [];
      const { commit, committedAt } = point;
      return [{ commit, committedAt, ...change }];
    });
    return [{ metric, points, shifts }];
  });
}

// src/render/baseline-contents.ts
var maxProblems = 20;
function renderContents(contents, page) {
  const rows = contents.packages.map(({ key, records, nearest: nearest3 }) => [
    key.package,
    key.leg,
    measuredAs(key),
    String(records),
    placeText(nearest3)
  ]);
  return table(
    page,
    contents,
    [["package", "leg", "measured with", "records", "latest"], ...rows],
    [false, false, false, true, false]
  );
}
function renderFigures(contents, page) {
  const amount = (value, unit = "bytes") => value === null ? "-" : formatAmount(value, unit);
  const rows = contents.packages.map(({ key, nearest: nearest3 }) => [
    key.package,
    key.leg,
    amount(nearest3.metrics.allocBytes),
    amount(nearest3.metrics.allocObjects, "count"),
    amount(nearest3.metrics.inuseBytes),
    amount(nearest3.metrics.liveHeapPeakBytes),
    amount(nearest3.metrics.peakRssBytes),
    placeText(nearest3)
  ]);
  return table(
    page,
    contents,
    [["package", "leg", "allocated", "objects", "in use", "live peak", "rss", "record"], ...rows],
    [false, false, true, true, true, true, true, false]
  );
}
function table(page, contents, cells, right) {
  const [head2 = "", ...lines] = aligned(
    cells.map((row) => row.map(oneLine)),
    right
  ).map((line) => textLine(page, line.trimEnd()));
  return [
    page.paint.bold(textLine(page, contentsText(contents))),
    ...problemLines2(page, contents.problems),
    ...lines.length === 0 ? [] : ["", page.paint.dim(head2), ...lines],
    ""
  ].join("\n");
}
function problemLines2({ paint, ...page }, problems) {
  const once = [...new Set(problems)];
  return [
    ...once.slice(0, maxProblems).map((problem2) => paint.bad(clip(`! ${oneLine(problem2)}`, 500))),
    ...moreLine({ ...page, paint }, Math.max(0, once.length - maxProblems), "problem")
  ];
}
function contentsText({ store, records, commits }) {
  return records === 0 ? `${store}: nothing is recorded` : `${store}: ${plural(records, "record")} of ${plural(commits, "commit")}`;
}
function measuredAs({ go, os, arch, race, tags, flags, rate }) {
  return [
    `go${go} ${os}/${arch}`,
    ...race ? ["race"] : [],
    ...tags.length > 0 ? [`tags ${tags.join(",")}`] : [],
    ...flags.length > 0 ? [`flags ${flags.join(" ")}`] : [],
    ...rate > 0 ? [`rate ${String(rate)}`] : []
  ].join(", ");
}
function placeText({ commit, committedAt, distance: distance2 }) {
  const day = committedAt.slice(0, 10);
  const where = distance2 === null ? "not an ancestor of HEAD" : distance2 === 0 ? "HEAD" : `${plural(distance2, "commit")} back`;
  return `${shortCommit(commit)} of ${day}, ${where}`;
}

// src/render/baseline-record.ts
var shown = 10;
function renderRecord({ key, environment: environment2, record: record2, commit, committedAt }, distance2, page) {
  const nearest3 = {
    ...{ commit, committedAt, environment: environment2, distance: distance2, metrics: record2.metrics }
  };
  const { relativeError } = record2.sampling;
  const error = relativeError === null ? "" : `, sampling error ${formatShare2(relativeError)} of allocated`;
  const lines = [
    page.paint.bold(textLine(page, `${key.package} (${key.leg})`)),
    textLine(page, `  record ${placeText(nearest3)}`),
    textLine(page, `  ${measuredAs(key)}${error}`),
    textLine(page, `  ${environmentText(environment2)}`),
    "",
    ...metricLines(page, record2),
    ...testLines(page, record2),
    ...functionLines(page, record2),
    ...benchmarkLines(page, record2)
  ];
  return `${lines.join("\n")}
`;
}
function environmentText(environment2) {
  const { go, cpus, kernel, runnerImage, gogc, gomemlimit } = environment2;
  return [
    `${go}, ${String(cpus)} CPUs`,
    ...runnerImage === null ? [] : [`runner ${runnerImage}`],
    ...kernel === null ? [] : [`kernel ${kernel}`],
    ...gogc === null ? [] : [`GOGC=${gogc}`],
    ...gomemlimit === null ? [] : [`GOMEMLIMIT=${gomemlimit}`]
  ].join(", ");
}
function metricLines(page, { metrics }) {
  const rows = packageMetrics.flatMap((metric) => {
    const amount = metrics[metric];
    const { name, unit } = heapMetrics[metric];
    return amount === null ? [] : [[name, formatAmount(amount, unit)]];
  });
  return aligned(rows, [false, true]).map((line) => textLine(page, `  ${line}`));
}
function testLines(page, { tests }) {
  if (tests.length === 0) return [];
  const rows = tests.slice(0, shown).map(({ test, ...amounts }) => [...amountCells(amounts), test]);
  return [
    ...["", page.paint.bold("by test: allocated, objects, in use")],
    ...aligned(rows, [true, true, true, false]).map(
      (line) => textLine(page, `  ${line}`.trimEnd())
    ),
    ...moreLine(page, Math.max(0, tests.length - shown), "test")
  ];
}
function functionLines(page, { functions }) {
  const charged = functions.filter(({ chargedAllocBytes }) => chargedAllocBytes > 0).sort((a, b) => b.chargedAllocBytes - a.chargedAllocBytes);
  if (charged.length === 0) return [];
  const first = charged.slice(0, shown);
  const starts2 = aligned(
    first.map(
      (row) => amountCells({
        allocBytes: row.chargedAllocBytes,
        allocObjects: row.chargedAllocObjects,
        inuseBytes: row.chargedInuseBytes
      })
    ),
    [true, true, true]
  );
  return [
    ...["", page.paint.bold("by function, with what the standard library allocates for it:")],
    ...first.map((row, i) => frameLine(page, `  ${starts2[i] ?? ""}  `, row, row.test ?? "")),
    ...moreLine(page, charged.length - first.length, "function")
  ];
}
function benchmarkLines(page, { benchmarks }) {
  if (benchmarks.length === 0) return [];
  const rows = benchmarks.slice(0, shown).map(({ name, bytesPerOp, allocsPerOp }) => [
    `${formatAmount(bytesPerOp, "count")} B/op`,
    `${formatAmount(allocsPerOp, "count")} allocs/op`,
    name
  ]);
  return [
    ...["", page.paint.bold("benchmarks:")],
    ...aligned(rows, [true, true, false]).map((line) => textLine(page, `  ${line}`.trimEnd())),
    ...moreLine(page, Math.max(0, benchmarks.length - shown), "benchmark")
  ];
}
function amountCells(amounts) {
  return [
    formatBytes(amounts.allocBytes),
    formatAmount(amounts.allocObjects, "count"),
    formatBytes(amounts.inuseBytes)
  ];
}

// src/render/sparkline.ts
var levels = "▁▂▃▄▅▆▇█";
var leastSpan = 0.1;
function sparkline(values, columns) {
  const each = Math.max(1, Math.ceil(values.length / Math.max(1, columns)));
  const means = [];
  for (let start = 0; start < values.length; start += each) {
    const some = values.slice(start, start + each);
    means.push(some.reduce((sum, value) => sum + value, 0) / some.length);
  }
  const high = means.reduce((most, value) => Math.max(most, value), 0);
  const low = means.reduce((least, value) => Math.min(least, value), high);
  const span = Math.max(high - low, high * leastSpan);
  const middle2 = (high + low) / 2;
  const bottom = Math.max(0, Math.min(low, middle2 - span / 2));
  const bars = means.map((value) => {
    const share = span === 0 ? 0 : (value - bottom) / span;
    return levels[Math.min(levels.length - 1, Math.floor(share * levels.length))] ?? "";
  });
  return { bars: bars.join(""), columnOf: (index) => Math.floor(index / each) };
}

// src/render/trend.ts
var shownShifts = 5;
var maxBars = 100;
var leastBars = 10;
var nameWidth = Math.max(...Object.values(heapMetrics).map(({ name }) => name.length));
function renderTrend({ key, trends }, page) {
  const points = trends[0]?.points ?? [];
  const [first] = points;
  const last = points.at(-1);
  const title2 = `${key.package} (${key.leg}), ${measuredAs({ ...key, rate: 0 })}`;
  const span = first === void 0 || last === void 0 ? "" : `, ${first.committedAt.slice(0, 10)} to ${last.committedAt.slice(0, 10)}`;
  const lines = [
    page.paint.bold(textLine(page, title2)),
    textLine(page, `  ${plural(points.length, "record")}${span}`),
    ...trends.flatMap((trend) => trendLines(trend, page))
  ];
  return `${lines.join("\n")}
`;
}
function trendLines({ metric, points, shifts }, page) {
  const { name, unit } = heapMetrics[metric];
  const amounts = points.map(({ amount }) => amount);
  const [oldest = 0] = amounts;
  const latest = amounts.at(-1) ?? 0;
  const start = `  ${name.padEnd(nameWidth)}  ${formatAmount(oldest, unit).padStart(10)}  `;
  const end = `  ${formatAmount(latest, unit)} (${formatShare(oldest, latest)})`;
  const columns = Math.min(maxBars, Math.max(leastBars, page.width - start.length - end.length));
  const { bars, columnOf } = sparkline(amounts, columns);
  const marks = Array.from(bars, () => " ");
  for (const { index, before, after } of shifts)
    marks[columnOf(index)] = after > before ? "▲" : "▼";
  const markLine = " ".repeat(start.length) + marks.join("").trimEnd();
  const latestFirst = [...shifts].reverse();
  return [
    `${start}${bars}${end}`,
    ...shifts.length === 0 ? [] : [markLine],
    ...latestFirst.slice(0, shownShifts).map((shift) => shiftLine(metric, shift, page)),
    ...moreLine(page, Math.max(0, shifts.length - shownShifts), "shift")
  ];
}
function shiftLine(metric, shift, page) {
  const { commit, committedAt, before, after } = shift;
  const { unit } = heapMetrics[metric];
  const [word, paint] = after > before ? ["up", page.paint.bad] : ["down", page.paint.good];
  const where = `${shortCommit(commit)} of ${committedAt.slice(0, 10)}`;
  const step = `${formatAmount(before, unit)} to ${formatAmount(after, unit)}`;
  const text = `    ${word} since ${where}: ${step} (${formatShare(before, after)})`;
  return paint(textLine(page, text));
}

// src/entry/baseline-store.ts
import { stat as stat2 } from "node:fs/promises";
var StoreError = class extends Error {
};
var maxAncestors = 2e3;
async function openNamedStore(flags, { run: run3, env, cwd }, mayBeNew = false) {
  const { remote = null } = flags;
  if (remote !== null && !/^[^\s-]\S*$/.test(remote))
    throw new InputError([
      {
        where: "--remote",
        what: `${JSON.stringify(remote)} is no remote`,
        fix: "give the name of a remote, such as --remote origin"
      }
    ]);
  const settings = await loadSettings({
    cwd,
    directory: flags.dir ?? "",
    directoryName: "--dir",
    config: flags.config ?? "",
    configName: "--config",
    layer: { values: definedOnly({ baseline: flags.baseline }), where: (key) => `--${key}` }
  });
  const { directory, heap, sources } = settings;
  const where = sources["baseline"] ?? "--baseline";
  const store = openStore(heap.baseline, { run: run3, env, directory, remote, token: null });
  if (store === null)
    throw new InputError([
      { where, what: "no baseline is kept", fix: "give --baseline git or --baseline file:PATH" }
    ]);
  if (heap.baseline.kind === "file" && !mayBeNew && !await isFolder(heap.baseline.path))
    throw new InputError([
      {
        where: where === "default" ? "--baseline" : where,
        what: `there is no folder ${heap.baseline.path}`,
        fix: "name the folder of a store; the first run that records makes it"
      }
    ]);
  const clone = openClone({ run: run3, env, directory, token: null });
  const head2 = await clone.resolve("HEAD");
  return {
    store,
    settings,
    ancestors: head2 === null ? [] : await clone.firstParents(head2, maxAncestors)
  };
}
function answered(store, answer) {
  if (isProblem(answer)) throw new StoreError(`${store.name}: ${answer.problem}`);
  return answer;
}
function isProblem(answer) {
  return answer.kind === "problem";
}
async function isFolder(path) {
  return stat2(path).then(
    (stats) => stats.isDirectory(),
    () => false
  );
}

// src/entry/baseline-command.ts
var maxRecords = 200;
var maxRecordsInAll = 1e3;
var leastRecordsEach = 10;
async function listBaseline(flags, ports, page) {
  const { store, ancestors } = await openNamedStore(flags, ports);
  const { contents } = answered(store, await readContents(store, ancestors));
  return flags.json === true ? json(contents) : renderContents(contents, page);
}
async function showBaseline(name, flags, ports, page) {
  const opened = await openNamedStore(flags, ports);
  const { store, ancestors } = opened;
  const read = answered(store, await readContents(store, ancestors));
  const { contents } = read;
  if (contents.records === 0) throw nothingRecorded(contents);
  const wanted2 = name === void 0 ? contents.packages : named(name, contents);
  if (flags.trend === true) return showTrends(wanted2, store, read, flags, page);
  if (name === void 0)
    return flags.json === true ? json(contents) : renderFigures(contents, page);
  return showRecords(wanted2, opened, read, flags, page);
}
async function showRecords(wanted2, { store, ancestors }, { contents, keys }, flags, page) {
  const problems = [...contents.problems];
  const found = [];
  for (const group of byMeasurement(wanted2)) {
    const line = answered(store, await readLine(store, keys, group, 1));
    problems.push(...line.problems);
    found.push(...line.records.slice(-1));
  }
  if (flags.json === true) return json({ records: found, problems });
  const distance2 = (commit) => {
    const at2 = ancestors.indexOf(commit);
    return at2 < 0 ? null : at2;
  };
  return [
    ...problemLines2(page, problems).map((line) => `${line}
`),
    found.map((record2) => renderRecord(record2, distance2(record2.commit), page)).join("\n")
  ].join("");
}
async function showTrends(wanted2, store, { contents, keys }, flags, page) {
  const groups = byMeasurement(wanted2);
  const fair = Math.floor(maxRecordsInAll / Math.max(1, groups.length));
  const limit = Math.min(maxRecords, Math.max(leastRecordsEach, fair));
  const problems = [...contents.problems];
  const packages = [];
  for (const group of groups) {
    const line = answered(store, await readLine(store, keys, group, limit));
    problems.push(...line.problems);
    const key = line.records.at(-1)?.key;
    if (key !== void 0) packages.push({ key, trends: trendsOf(line.records) });
  }
  if (flags.json === true) return json({ packages, problems });
  return [
    ...problemLines2(page, problems).map((line) => `${line}
`),
    packages.map((trend) => renderTrend(trend, page)).join("\n")
  ].join("");
}
function named(name, contents) {
  const found = findPackage(contents.packages, name);
  if (found.kind === "found") return found.packages;
  const hint = found.nearest === null ? "" : `did you mean ${found.nearest}? `;
  throw new InputError([
    {
      where: name,
      what: `${contents.store} has no record of such a package`,
      fix: `${hint}"go-crash-guard baseline list" shows all`
    }
  ]);
}
function nothingRecorded({ store, problems }) {
  return new InputError([
    {
      where: store,
      what: ["nothing is recorded", ...problems].join("; "),
      fix: '"go-crash-guard run" on a clean commit records it; or name another store with --baseline'
    }
  ]);
}
function byMeasurement(packages) {
  const groups = /* @__PURE__ */ new Map();
  for (const { key } of packages) {
    const id = sameButRate(key);
    groups.set(id, [...groups.get(id) ?? [], key]);
  }
  return [...groups.values()];
}
function json(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}

// src/entry/keep-baseline-command.ts
import { resolve } from "node:path";

// src/baseline/prune.ts
var keptPerKey = 200;
var weekMs = 7 * 24 * 3600 * 1e3;
function prunable(records, keep = keptPerKey) {
  const groups = /* @__PURE__ */ new Map();
  for (const record2 of records) {
    const group = groups.get(record2.group);
    if (group === void 0) groups.set(record2.group, [record2]);
    else group.push(record2);
  }
  return [...groups.values()].flatMap((group) => oldOnes(group, keep));
}
function oldOnes(group, keep) {
  const newestFirst = group.sort(
    (a, b) => b.committedMs - a.committedMs || (a.path < b.path ? 1 : -1)
  );
  const weeks = /* @__PURE__ */ new Set();
  return newestFirst.slice(keep).reverse().filter(({ committedMs }) => {
    const week = Math.floor(committedMs / weekMs);
    if (weeks.has(week)) return true;
    weeks.add(week);
    return false;
  }).map(({ path }) => path);
}

// src/baseline/prune-store.ts
var askedPerCommit = 3;
var runsPerRead = 64;
async function pruneStore(store, { dryRun, keep = keptPerKey }) {
  const listed = await store.list();
  if (listed.kind === "problem") return listed;
  const heap = /* @__PURE__ */ new Map();
  const runs = [];
  for (const path of listed.paths) {
    const parsed = parsePath(path);
    if (parsed?.kind === "run") runs.push({ path, commit: parsed.commit });
    if (parsed?.kind !== "heap") continue;
    const found = heap.get(parsed.commit);
    if (found === void 0) heap.set(parsed.commit, [{ path, keyId: parsed.keyId }]);
    else found.push({ path, keyId: parsed.keyId });
  }
  const dated = await datesOf(store, heap, runs);
  if (dated.kind === "problem") return dated;
  const { dates } = dated;
  const records = [...heap].flatMap(
    ([commit, items]) => items.flatMap(({ path, keyId: keyId2 }) => {
      const committedMs = dates.get(commit);
      return committedMs === void 0 ? [] : [{ path, group: keyId2, committedMs }];
    })
  );
  const runRecords = runs.flatMap(({ path, commit }) => {
    const committedMs = dates.get(commit);
    return committedMs === void 0 ? [] : [{ path, group: "runs", committedMs }];
  });
  const paths = prunable([...records, ...runRecords], keep);
  const all = runs.length + [...heap.values()].reduce((sum, items) => sum + items.length, 0);
  const problems = [...newerLayout(listed.paths), ...dated.problems];
  const pruned = { kind: "pruned", paths, kept: all - paths.length, problems };
  if (dryRun || paths.length === 0) return pruned;
  const removed = await store.remove(paths);
  if (removed.kind === "problem") return removed;
  const left = paths.length - removed.removed;
  if (left > 0)
    problems.push(
      `${String(left)} of the old records are still there, or were removed by another job: they lie on a branch that was fetched from origin, and only a job that may push can remove them there`
    );
  return pruned;
}
async function datesOf(store, heap, runs) {
  const dates = /* @__PURE__ */ new Map();
  const problems = [];
  for (let asked = 0; asked < askedPerCommit; asked += 1) {
    const open6 = [...heap].filter(([commit]) => !dates.has(commit));
    const read = await readPaths(
      store,
      open6.flatMap(([, items]) => items[asked]?.path ?? [])
    );
    if (read.kind === "problem") return read;
    problems.push(...read.problems);
    for (const { commit, committedAt } of read.records) note(dates, commit, committedAt);
  }
  const open5 = runs.filter(({ commit }) => !dates.has(commit)).map(({ path }) => path);
  for (let start = 0; start < open5.length; start += runsPerRead) {
    const read = await store.read(open5.slice(start, start + runsPerRead));
    if (read.kind === "problem") return read;
    for (const [path, bytes2] of read.files) {
      const decoded = decodeRun(bytes2, path);
      if (decoded.kind === "record") note(dates, decoded.record.commit, decoded.record.startedAt);
      else problems.push(`the record ${path} is left out: ${decoded.because}`);
    }
  }
  return { kind: "dates", dates, problems };
}
function note(dates, commit, when) {
  const ms = Date.parse(when);
  if (Number.isFinite(ms)) dates.set(commit, ms);
}

// src/entry/read-report.ts
import { readFile as readFile3, stat as stat3 } from "node:fs/promises";

// src/report/schema.ts
var count = int().check(_nonnegative());
var bytes = count;
var milliseconds = number().check(_nonnegative());
var nullable2 = (schema) => nullable(schema);
var checkSchema = object({
  id: string(),
  what: string(),
  value: string(),
  needed: string(),
  status: _enum(["ok", "warn", "fail"]),
  fix: nullable2(string())
});
var legReportSchema = object({
  name: string(),
  race: boolean(),
  heapProfile: boolean(),
  goVersion: string(),
  command: array(string()),
  exitCode: nullable2(int()),
  signal: nullable2(string()),
  elapsedMs: nullable2(milliseconds),
  /** The ceiling over the leg and by what means; absent when none was asked for. */
  guard: optional(
    object({
      tier: _enum(["cgroup", "sudo", "watcher", "none"]),
      ceilingBytes: nullable2(bytes),
      tried: array(object({ tier: string(), problem: string() }))
    })
  ),
  /** Further runs of go test for some packages: to build again what was killed, or to look closer. */
  rounds: optional(
    array(
      object({
        purpose: _enum(["rebuild", "exit", "strace", "runtime"]),
        packages: array(string()),
        command: array(string()),
        exitCode: nullable2(int()),
        signal: nullable2(string())
      })
    )
  )
});
var rlimitSchema = object({ soft: nullable2(number()), hard: nullable2(number()) });
var timelinePointSchema = tuple([milliseconds, bytes, bytes, bytes]);
var attemptSchema = object({
  number: count,
  ending: endingSchema,
  exitCode: nullable2(int()),
  signal: nullable2(string()),
  coreDumped: boolean(),
  limits: record(string(), rlimitSchema),
  elapsedMs: nullable2(milliseconds),
  peakRssBytes: nullable2(bytes),
  ranTests: optional(array(string())),
  snapshot: optional(string()),
  profile: optional(string()),
  log: optional(string()),
  /** Why an attempt ended that another one replaced. */
  cause: optional(causeSchema),
  blackBox: optional(blackBoxSchema),
  /** Memory over time, at most 60 points, of an attempt that did not pass. */
  timeline: optional(array(timelinePointSchema)),
  core: optional(string()),
  /** What a debugger read in the core: the file, and its first 8 KiB. */
  coreText: optional(string()),
  coreExcerpt: optional(string())
});
var failureSchema = object({
  test: string(),
  file: nullable2(string()),
  line: nullable2(count),
  message: string()
});
var packageRunSchema = object({
  package: string(),
  leg: string(),
  ending: endingSchema,
  cached: boolean(),
  cause: nullable2(causeSchema),
  attempts: array(attemptSchema),
  elapsedMs: nullable2(milliseconds),
  peakRssBytes: nullable2(bytes),
  output: string(),
  tests: object({
    passed: count,
    failed: count,
    skipped: count,
    failures: array(failureSchema),
    unfinished: array(string()),
    neverRan: array(string())
  })
});
var reasonKinds = [
  "test-failure",
  "crash",
  "build-failure",
  "missing-tests",
  "no-tests",
  "memory-regression",
  "memory-budget",
  "lost",
  "cancelled"
];
var verdictSchema = object({
  status: _enum(["pass", "fail", "incomplete"]),
  reasons: array(
    object({
      kind: _enum(reasonKinds),
      message: string(),
      package: optional(string()),
      leg: optional(string()),
      test: optional(string())
    })
  )
});
var reportSchema = object({
  schema: literal(1),
  tool: object({ name: literal("go-crash-guard"), version: string() }),
  startedAt: string(),
  elapsedMs: milliseconds,
  source: object({
    module: nullable2(string()),
    repository: nullable2(string()),
    sha: nullable2(string()),
    ref: nullable2(string()),
    event: nullable2(string()),
    /** Folder of the run below the root of the repository, '' for the root itself; absent where there is none. */
    directory: optional(string())
  }),
  machine: object({
    os: string(),
    arch: string(),
    cpus: count,
    memoryBytes: bytes,
    go: string(),
    node: string()
  }),
  preflight: array(checkSchema),
  legs: array(legReportSchema),
  packages: array(packageRunSchema),
  crashes: array(crashSchema),
  heap: array(heapRecordSchema),
  comparison: nullable2(comparisonSchema),
  artifacts: array(object({ name: string(), path: string(), bytes })),
  gaps: array(
    object({
      what: string(),
      leg: optional(string()),
      package: optional(string())
    })
  ),
  verdict: verdictSchema
});

// src/entry/read-report.ts
var maxBytes = 256 << 20;
async function readReport(path) {
  try {
    const file = (await stat3(path)).isDirectory() ? layout.report(path) : path;
    if ((await stat3(file)).size > maxBytes) return null;
    const { success, data } = reportSchema.safeParse(JSON.parse(await readFile3(file, "utf8")));
    return success ? data : null;
  } catch {
    return null;
  }
}

// src/entry/keep-baseline-command.ts
async function recordBaseline(folder, flags, ports) {
  const { store, settings } = await openNamedStore(flags, ports, true);
  const out = folder === void 0 ? settings.out : resolve(ports.cwd, folder);
  const report = await readReport(out);
  const file = await readBaselineFile(out);
  if (report === null || file === null)
    throw new InputError([
      {
        where: folder ?? out,
        what: report === null ? "holds no report of go-crash-guard" : "the run took no heap profiles, so there are no figures to keep",
        fix: "name the folder of a run (--out) that had a leg with heap profiles, such as memory"
      }
    ]);
  const origin = { event: null, remote: null, token: null, acceptedLabel: null };
  await recordFigures({ out, report, file, store, origin, branches: null });
  const recorded = await readRecorded(out);
  const { commit } = file.head;
  if (recorded === null || recorded.because !== null || commit === null)
    throw new StoreError(
      `nothing was recorded: ${recorded?.because ?? "the run folder is read-only"}`
    );
  return `${store.name}: ${plural(recorded.packages, "package")} of ${commit.slice(0, 12)} recorded
`;
}
async function pruneBaseline(flags, ports, page) {
  const { store } = await openNamedStore(flags, ports);
  const dryRun = flags.dryRun === true;
  const pruned = answered(store, await pruneStore(store, { dryRun }));
  const { paths, kept, problems } = pruned;
  const gone = plural(paths.length, "record");
  return [
    `${store.name}: ${gone} ${dryRun ? "would be removed" : "removed"}, ${String(kept)} kept`,
    ...dryRun ? paths.map((path) => `  ${path}`) : [],
    ...problemLines2(page, problems),
    ""
  ].join("\n");
}

// src/entry/commands/baseline.ts
function addBaseline(program3, terminal2) {
  const { write, page } = terminal2;
  const baseline = program3.command("baseline").description("show and keep the heap figures of earlier commits");
  const command2 = (name, description) => baseline.command(name).description(description).option("--dir <dir>", "folder of the module (default: the current folder)").option("--config <file>", "settings file (default: DIR/.crash-guard.yml)").option("--baseline <store>", "git or file:PATH (default: git)").option("--remote <name>", "with git: the branch of this remote, not the local one");
  command2("list", "what is recorded: packages, how they were measured, how often").option("--json", "print JSON").action(
    (flags) => withStore(terminal2, async (ports) => {
      write(await listBaseline(flags, ports, page()));
    })
  );
  command2("show", "the figures of the nearest commit, or how they went over time").argument("[package]", "import path, the end of one, or ./FOLDER (default: all packages)").option("--trend", "draw how the figures went, with the commits where their level shifted").option("--json", "print JSON").action(
    (name, flags) => withStore(terminal2, async (ports) => {
      write(await showBaseline(name, flags, ports, page()));
    })
  );
  command2("record", "keep the figures of a run that was made on a clean commit").argument("[out]", "run folder (default: DIR/.crash-guard/out)").action(
    (out, flags) => withStore(terminal2, async (ports) => {
      write(await recordBaseline(out, flags, ports));
    })
  );
  command2("prune", "remove old records: 200 for each package stay, and of older ones one a week").option("--dry-run", "only say what would go").action(
    (flags) => withStore(terminal2, async (ports) => {
      write(await pruneBaseline(flags, ports, page()));
    })
  );
}
async function withStore({ listen, cancellation, runCommand: run3, endWell }, use) {
  listen();
  try {
    await use({ run: run3, env: process.env, cwd: process.cwd() });
    endWell();
  } catch (error) {
    const cancelled = cancellation.requested();
    if (cancelled !== null) process.exitCode = exitCodes[cancelled];
    else if (error instanceof StoreError) {
      process.stderr.write(`go-crash-guard: ${error.message}
`);
      process.exitCode = exitCodes.fail;
    } else throw error;
  }
}

// src/bundle/bundle.ts
import { chmod, lstat as lstat2, mkdir as mkdir4, mkdtemp as mkdtemp2, rename as rename2, rm as rm3, stat as stat4, writeFile as writeFile3 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { dirname as dirname3, join as join7, resolve as resolve3 } from "node:path";

// src/bundle/attempt.ts
import { dirname, join as join5, relative, resolve as resolve2 } from "node:path";
var maxRecordBytes2 = 1 << 20;
var maxDepth = 64;
async function readAttemptFolder(given) {
  const folder = resolve2(given);
  const out = await runFolderAbove(folder);
  if (out === null) throw refusal(given, "it lies in no run folder of go-crash-guard");
  const read = (path) => readBounded(path, maxRecordBytes2);
  const start = parseStartRecord(await read(join5(folder, "start.json")));
  if (start === null) throw refusal(given, "it holds no start.json of a test process");
  const plan = await readRunPlan(out);
  const leg = plan?.legs.find(({ name }) => name === start.leg);
  const planned = leg?.packages.find((item) => item.package === start.package);
  if (plan === null || plan.run !== start.run || leg === void 0 || planned === void 0)
    throw refusal(given, `the plan of ${out} does not know its package or its run`);
  const guard2 = parseGuardRecord(await read(goTestFiles.guard(layout.leg(out, leg.name))));
  return {
    ...{ folder, out, plan, leg, planned, start },
    end: parseEndRecord(await read(join5(folder, "end.json"))),
    ceilingBytes: guard2 === null || guard2.tier === "none" ? null : guard2.ceilingBytes
  };
}
async function runFolderAbove(folder) {
  let at2 = folder;
  for (let depth = 0; depth < maxDepth; depth++) {
    if (await readMarker(at2) !== null)
      return /^runs(?:\/|$)/.test(relative(at2, folder)) ? at2 : null;
    const parent = dirname(at2);
    if (parent === at2) return null;
    at2 = parent;
  }
  return null;
}
function refusal(where, what) {
  const fix = "name the folder of an attempt, such as .crash-guard/out/runs/memory/PACKAGE/attempt-1";
  return new InputError([{ where, what, fix }]);
}

// src/bundle/build-command.ts
function buildCommand(leg, packageName, target) {
  const { command: command2 } = leg;
  const patternsAt = command2.indexOf(`-race=${String(leg.race)}`) + 1;
  const before = command2.slice(2, patternsAt).filter((word) => word !== "-json" && !word.startsWith("-exec="));
  const words = command2.slice(patternsAt + leg.patterns.length);
  const end = words.findIndex((word) => /^--?args$/.test(word));
  const flags = end < 0 ? words : words.slice(0, end);
  return ["go", "test", "-c", ...before, packageName, ...flags, `-o=${target}`];
}

// src/bundle/package-files.ts
import { constants } from "node:fs";
import { lstat, mkdir as mkdir3, open, readdir as readdir3 } from "node:fs/promises";
import { dirname as dirname2, join as join6 } from "node:path";
var maxPackageBytes = 64 * 1024 ** 2;
var maxFiles = 1e4;
var maxDepth2 = 32;
async function copyPackageFiles(from, to, maxBytes2 = maxPackageBytes) {
  const copied = { files: 0, bytes: 0, leftOut: [] };
  await mkdir3(to, { recursive: true });
  for await (const path of testFiles(from, "", copied.leftOut)) {
    const bytes2 = (await lstat(join6(from, path))).size;
    if (copied.files >= maxFiles || copied.bytes + bytes2 > maxBytes2) {
      copied.leftOut.push(`${path}: there would be too much`);
      continue;
    }
    try {
      await copyBounded(join6(from, path), join6(to, path), bytes2);
      copied.files++;
      copied.bytes += bytes2;
    } catch (error) {
      copied.leftOut.push(`${path}: ${error.message}`);
    }
  }
  return copied;
}
async function* testFiles(root, folder, leftOut, depth = 0) {
  if (depth > maxDepth2) return;
  const entries = await readdir3(join6(root, folder), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
    const path = join6(folder, entry.name);
    const isTop = folder === "";
    if (entry.isSymbolicLink()) leftOut.push(`${path}: a link`);
    else if (entry.isDirectory()) {
      if (!isTop || entry.name === "testdata") yield* testFiles(root, path, leftOut, depth + 1);
    } else if (entry.isFile() && !(isTop && isNoTestFile(entry.name))) yield path;
  }
}
function isNoTestFile(name) {
  return /\.go$|\.test$|^\.|^core(?:\.\d+)?$/.test(name);
}
async function copyBounded(from, to, maxBytes2) {
  await mkdir3(dirname2(to), { recursive: true });
  const source = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { mode } = await source.stat();
    const target = await open(to, "wx", (mode & 64) === 0 ? 420 : 493);
    try {
      const buffer = Buffer.alloc(Math.max(1, Math.min(maxBytes2, 1 << 20)));
      for (let done = 0; done < maxBytes2; ) {
        const { bytesRead } = await source.read(
          buffer,
          0,
          Math.min(buffer.length, maxBytes2 - done)
        );
        if (bytesRead === 0) break;
        await target.writeFile(buffer.subarray(0, bytesRead));
        done += bytesRead;
      }
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
async function copyFileStrictly(from, to) {
  const stats = await lstat(from);
  if (!stats.isFile()) throw new Error(`${from} is no regular file`);
  await copyBounded(from, to, stats.size);
}

// src/bundle/test-arguments.ts
var bundleFolder = "";
var outputFlags = [
  ...["blockprofile", "coverprofile", "cpuprofile", "gocoverdir", "memprofile", "mutexprofile"],
  ...["outputdir", "trace", "fuzzcachedir"]
];
var folders = ["gocoverdir", "outputdir", "fuzzcachedir"];
function splitArguments(args) {
  const at2 = args.findIndex((word) => !/^--?test\./.test(word));
  return at2 < 0 ? { flags: [...args], own: [] } : { flags: args.slice(0, at2), own: args.slice(at2) };
}
function portableArguments(args) {
  const { flags, own: own2 } = splitArguments(args);
  return [
    ...flags.flatMap((word) => {
      const flag = /^--?test\.(?<name>\w+)=/.exec(word)?.groups?.["name"];
      if (flag === "testlogfile") return [];
      if (flag === void 0 || !outputFlags.includes(flag)) return [word];
      const place3 = folders.includes(flag) ? "out" : `out/${flag}`;
      return [`-test.${flag}=${bundleFolder}/${place3}`];
    }),
    ...own2
  ];
}

// src/bundle/shell.ts
function quoted(text) {
  return `'${text.replaceAll("\0", "").replaceAll("'", `'\\''`)}'`;
}
function comment(text) {
  return text.replace(/[^\x20-\x7e]/g, "?").slice(0, 300);
}

// src/bundle/run-script.ts
var ulimits = {
  nofile: { letter: "n", unit: 1 },
  cpu: { letter: "t", unit: 1 },
  fsize: { letter: "f", unit: 512 },
  data: { letter: "d", unit: 1024 },
  stack: { letter: "s", unit: 1024 },
  memlock: { letter: "l", unit: 1024 },
  as: { letter: "v", unit: 1024 },
  nproc: { letter: "u", unit: 1 }
};
function runScript(script) {
  const { title: title2, args, env, limits, ceilingBytes } = script;
  const { flags, own: own2 } = splitArguments(args);
  const lines = (words, form) => words.map((word) => `  ${form(word)} \\
`).join("");
  const variables2 = Object.entries(env).map(
    ([name, value]) => `    ${quoted(`${name}=${value}`)} \\`
  );
  return [
    head.replace("@TITLE@", () => comment(title2)),
    `ceiling=${String(Math.floor(ceilingBytes ?? 0))} # bytes for the test and all that it starts; 0: none`,
    "",
    "limits() {",
    ...limitLines(limits),
    "}",
    "",
    "# Becomes the test binary.",
    "become() {",
    '  cd "$here/package" || exit 125',
    "  # The kernel shall take the test and nothing else.",
    "  { echo 1000 >/proc/self/oom_score_adj; } 2>/dev/null",
    "  limits",
    '  exec env -i PATH="$PATH" HOME="$here/home" TMPDIR="$here/tmp" PWD="$here/package" \\',
    ...variables2,
    '    "$here/pkg.test" "$@"',
    "}",
    hold,
    "# Further words come behind the flags of package testing: the last of two wins.",
    `set -- \\
${lines(flags, portable)}  "$@" \\
${lines(own2, quoted)}`,
    run
  ].join("\n");
}
function portable(word) {
  return word.split(bundleFolder).map((part) => part === "" ? "" : quoted(part)).join('"$here"').replace(/^$/, "''");
}
function limitLines(limits) {
  const lines = Object.entries(ulimits).flatMap(([name, { letter, unit }]) => {
    const { soft, hard } = limits[name] ?? { soft: null, hard: null };
    if (soft === null) return [];
    const inUnits = (value) => value === null || !Number.isFinite(value) ? "unlimited" : Math.ceil(value / unit).toFixed(0);
    return [`  limit ${letter} ${inUnits(soft)} ${inUnits(hard)} ${name}`];
  });
  return lines.length > 0 ? lines : ["  :"];
}
var head = `#!/bin/sh
# @TITLE@
#
# Runs this test binary again as go-crash-guard saw it: same arguments, variables, resource limits and memory ceiling.
# Further words are handed on: sh run.sh -test.run TestOne
# It ends as the test does, by the same signal or with the same exit code.

set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 125
say() { printf 'run.sh: %s\\n' "$*" >&2; }

# LETTER SOFT HARD NAME, in the units of ulimit
limit() {
  letter=$1
  # Shells differ in the letter for processes.
  [ "$letter" = u ] && { ulimit -u >/dev/null 2>&1 || letter=p; }
  ulimit -S -"$letter" "$2" 2>/dev/null || say "the limit $4 could not be set to $2"
  [ "$3" = unlimited ] || ulimit -H -"$letter" "$3" 2>/dev/null || say "the hard limit $4 could not be set to $3"
}
`;
var hold = `
# Makes a control group with the ceiling and names it in $group; needs root.
make_group() {
  name=crash-guard-repro-$$
  root=/sys/fs/cgroup/memory
  if [ -e "$root/memory.limit_in_bytes" ] && mkdir "$root/$name" 2>/dev/null; then
    group=$root/$name
    echo "$ceiling" >"$group/memory.limit_in_bytes" || return 1
    # Swap counts too, where the kernel counts it.
    [ ! -e "$group/memory.memsw.limit_in_bytes" ] || echo "$ceiling" >"$group/memory.memsw.limit_in_bytes"
    return 0
  fi
  root=/sys/fs/cgroup
  grep -qw memory "$root/cgroup.controllers" 2>/dev/null || return 1
  grep -qw memory "$root/cgroup.subtree_control" || { echo +memory >"$root/cgroup.subtree_control"; } 2>/dev/null || return 1
  mkdir "$root/$name" 2>/dev/null || return 1
  group=$root/$name
  echo "$ceiling" >"$group/memory.max" || return 1
  [ ! -e "$group/memory.swap.max" ] || echo 0 >"$group/memory.swap.max"
}

remove_group() {
  [ -n "$group" ] || return 0
  rmdir "$group" 2>/dev/null || { sleep 1; rmdir "$group" 2>/dev/null; } || say "$group is still in use"
  group=
}

kills() {
  sed -n 's/^oom_kill //p' "$1/memory.events" "$1/memory.oom_control" 2>/dev/null
}

mkdir -p "$here/home" "$here/tmp" "$here/out" "$here/package" || exit 125
group=
if [ "$ceiling" -gt 0 ] && [ -z "\${CRASH_GUARD_REPRO_HELD:-}" ]; then
  if make_group; then
    say "memory ceiling $ceiling bytes, held by $group"
  else
    remove_group
    if [ "$(id -u)" = 0 ]; then mode=; else mode=--user; fi
    if systemd-run $mode --scope --quiet -p "MemoryMax=$ceiling" -p MemorySwapMax=0 true >/dev/null 2>&1; then
      say "memory ceiling $ceiling bytes, held by systemd"
      CRASH_GUARD_REPRO_HELD=1 exec systemd-run $mode --scope --quiet -p "MemoryMax=$ceiling" -p MemorySwapMax=0 \\
        sh "$here/run.sh" "$@"
    fi
    say "WITHOUT a memory ceiling: neither a control group (needs root) nor systemd-run is to be had"
  fi
fi

`;
var run = `
# 0 stands for whoever writes it.
(
  if [ -n "$group" ]; then echo 0 >"$group/cgroup.procs" || exit 125; fi
  become "$@"
)
status=$?
if [ -n "$group" ]; then
  count=$(kills "$group")
  [ "\${count:-0}" = 0 ] || say "the kernel killed it at the memory ceiling (oom_kill $count)"
fi
remove_group
if [ "$status" -gt 128 ] && [ "$status" -le 192 ]; then
  ulimit -c 0
  kill -"$((status - 128))" $$
fi
exit "$status"
`;

// src/bundle/bundle.ts
var buildMs2 = 6e5;
var packMs = 3e5;
async function makeBundle(attemptFolder, target, ports) {
  const attempt = await readAttemptFolder(attemptFolder);
  const path = target === null ? join7(attempt.folder, "repro.tar.gz") : resolve3(target);
  if (target !== null && await lstat2(path).catch(() => null) !== null)
    throw new InputError([
      { where: "--to", what: `${target} is there already`, fix: "name a file that is not" }
    ]);
  const staging = await mkdtemp2(join7(tmpdir2(), "crash-guard-bundle-"));
  try {
    const name = bundleName(attempt);
    const folder = join7(staging, name);
    await mkdir4(folder);
    const builtAgain = await putBinary(attempt, join7(folder, binaryName), ports);
    const copied = await copyPackageFiles(attempt.planned.dir, join7(folder, "package"));
    await writeDescription(attempt, folder, { builtAgain, copied }, ports.env);
    await pack(staging, name, path, ports);
    const { ceilingBytes } = attempt;
    return { path, bytes: (await stat4(path)).size, name, builtAgain, ceilingBytes, copied };
  } finally {
    await rm3(staging, { recursive: true, force: true });
  }
}
function bundleName({ start, leg }) {
  const last = start.package.split("/").at(-1) ?? "";
  const safe = `${last}-${leg.name}`.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 80);
  return `repro-${safe}-${String(start.attempt)}`;
}
async function putBinary({ folder, leg, planned, plan }, target, { run: run3, env }) {
  const kept = join7(folder, binaryName);
  const stats = await lstat2(kept).catch(() => null);
  if (stats?.isFile() === true) {
    await copyFileStrictly(kept, target);
  } else {
    const [program3 = "go", ...args] = buildCommand(leg, planned.package, target);
    const options = { cwd: plan.directory, env: { ...env, ...leg.env }, timeoutMs: buildMs2 };
    const result2 = await run3(program3, args, options);
    if (result2.kind !== "exited" || result2.code !== 0)
      throw new InputError([
        {
          where: folder,
          what: `its test binary was not kept, and could not be built again: ${describeFailure2(result2)}`,
          fix: `make "go test -c" succeed in ${planned.dir} first`
        }
      ]);
  }
  await chmod(target, 493);
  return stats?.isFile() !== true;
}
async function writeDescription({ start, end, leg, ceilingBytes }, folder, { builtAgain, copied }, env) {
  const args = withoutSecrets(portableArguments(start.args ?? []), env);
  const shared = shareable(leg.env);
  const attempt = String(start.attempt);
  const title2 = `${start.package}, leg ${leg.name}, attempt ${attempt}, ${leg.goVersion}`;
  const { limits } = start;
  const script = runScript({ title: title2, args, env: shared, limits, ceilingBytes });
  await writeFile3(join7(folder, "run.sh"), script, { mode: 493 });
  const description = {
    schema: 1,
    package: start.package,
    leg: leg.name,
    attempt: start.attempt,
    goVersion: leg.goVersion,
    startedAt: start.startedAt,
    ended: end === null ? null : { exitCode: end.exitCode, signal: end.signal },
    env: shared,
    limits,
    ceilingBytes,
    binary: builtAgain ? "built again from the sources as they are now" : "the one that ran",
    leftOut: copied.leftOut.slice(0, 1e3)
  };
  await writeFile3(join7(folder, "bundle.json"), `${JSON.stringify(description, null, 2)}
`);
}
async function pack(staging, name, path, ports) {
  const draft = join7(staging, "draft.tar.gz");
  const args = ["-c", "-z", "-f", draft, "-C", staging, name];
  const options = { cwd: staging, env: ports.env, timeoutMs: packMs };
  const result2 = await ports.run("tar", args, options);
  if (result2.kind !== "exited" || result2.code !== 0)
    throw new InputError([
      { where: "bundle", what: `tar ${describeFailure2(result2)}`, fix: "install tar, make room" }
    ]);
  const beside = `${path}.part`;
  try {
    await mkdir4(dirname3(path), { recursive: true });
    await rm3(beside, { force: true });
    await copyFileStrictly(draft, beside);
    await rename2(beside, path);
  } catch (error) {
    await rm3(beside, { force: true });
    const what = `cannot write ${path}: ${error.message}`;
    throw new InputError([{ where: "--to", what, fix: "name a file that this user may write" }]);
  }
}

// src/entry/bundle-command.ts
var shownLeftOut = 10;
async function bundleCommand(attemptFolder, target, ports) {
  const { path, bytes: bytes2, name, ...bundle2 } = await makeBundle(attemptFolder, target ?? null, ports);
  const { builtAgain, ceilingBytes, copied } = bundle2;
  const ceiling = ceilingBytes === null ? "no memory ceiling" : `memory ceiling ${formatBytes(ceilingBytes)}`;
  const more = copied.leftOut.length - shownLeftOut;
  return [
    `${path} (${formatBytes(bytes2)})`,
    `  binary:   ${builtAgain ? "built again, from the sources as they are now" : "the one that ran"}`,
    `  files:    ${plural(copied.files, "file")} of the package, ${formatBytes(copied.bytes)}`,
    `  limits:   as the process had them; ${ceiling}`,
    ...copied.leftOut.slice(0, shownLeftOut).map((what) => `  left out: ${what}`),
    ...more > 0 ? [`  left out: ${plural(more, "more file")}, see bundle.json in it`] : [],
    `run it:     tar -xzf ${path} && sh ${name}/run.sh`,
    ""
  ].join("\n");
}

// src/entry/commands/bundle.ts
function addBundle(program3, terminal2) {
  program3.command("bundle").description("pack what runs the test process of an attempt again elsewhere").argument("<attempt>", "folder of the attempt, below runs/ of a run folder").option("--to <file>", "archive to write (default: repro.tar.gz in that folder)").action((attempt, { to }) => bundle(attempt, to, terminal2));
}
async function bundle(attempt, to, terminal2) {
  const { write, cancellation, runCommand } = terminal2;
  terminal2.listen();
  try {
    write(await bundleCommand(attempt, to, { run: runCommand, env: process.env }));
  } catch (error) {
    const cancelled = cancellation.requested();
    if (cancelled === null) throw error;
    process.exitCode = exitCodes[cancelled];
  }
}

// src/entry/compare-command.ts
import { access as access2 } from "node:fs/promises";
import { join as join8, relative as relative2 } from "node:path";

// src/heap/sum-functions.ts
function sumFunctions(profile, column, places) {
  const { frames } = profile;
  const numbers = /* @__PURE__ */ new Map();
  const functionOf = Uint32Array.from(frames, ({ function: name }) => {
    const number2 = numbers.get(name) ?? numbers.size;
    numbers.set(name, number2);
    return number2;
  });
  const chargeable = Uint8Array.from(frames, (frame2) => Number(isChargeable(places, frame2)));
  const flat = new Float64Array(numbers.size);
  const cumulative = new Float64Array(numbers.size);
  const chargedTo = new Float64Array(frames.length);
  const lastSample = new Uint32Array(numbers.size);
  let total = 0;
  let sample = 0;
  for (const { frames: stack, values } of profile.stacks()) {
    const value = values[column] ?? 0;
    const [leaf] = stack;
    total += value;
    if (value === 0 || leaf === void 0) continue;
    sample++;
    let charged = -1;
    for (let at2 = 0; at2 < stack.length; at2++) {
      const index = stack[at2];
      const number2 = functionOf[index];
      if (charged < 0 && chargeable[index] === 1) charged = index;
      if (lastSample[number2] === sample) continue;
      lastSample[number2] = sample;
      cumulative[number2] = cumulative[number2] + value;
    }
    add(flat, functionOf[leaf] ?? 0, value);
    add(chargedTo, charged < 0 ? leaf : charged, value);
  }
  const functions = /* @__PURE__ */ new Map();
  const most = /* @__PURE__ */ new Map();
  for (const [index, frame2] of frames.entries()) {
    const { function: name } = frame2;
    const number2 = functionOf[index] ?? 0;
    if (lastSample[number2] === 0) continue;
    let amounts = functions.get(name);
    if (amounts === void 0) {
      amounts = { frame: frame2, flat: flat[number2] ?? 0, cumulative: cumulative[number2] ?? 0, charged: 0 };
      functions.set(name, amounts);
    }
    const charge = chargedTo[index] ?? 0;
    amounts.charged += charge;
    if (charge > (most.get(name) ?? 0)) {
      most.set(name, charge);
      amounts.frame = frame2;
    }
  }
  return { total, functions };
}
function add(sums, index, value) {
  sums[index] = (sums[index] ?? 0) + value;
}

// src/heap/difference.ts
function compareProfiles(base, head2, sampleType, places = nowhereElse) {
  const columns = {
    base: base.sampleTypes.findIndex(({ type }) => type === sampleType),
    head: head2.sampleTypes.findIndex(({ type }) => type === sampleType)
  };
  const unit = head2.sampleTypes[columns.head]?.unit;
  if (unit === void 0 || unit !== base.sampleTypes[columns.base]?.unit) {
    const kinds = `the base has ${names(base)}, the head ${names(head2)}`;
    return { kind: "refused", because: `both need ${sampleType} in one unit: ${kinds}` };
  }
  const before = sumFunctions(base, columns.base, places);
  const now = sumFunctions(head2, columns.head, places);
  const functions = /* @__PURE__ */ new Set([...now.functions.keys(), ...before.functions.keys()]);
  return {
    ...{ kind: "difference", sampleType, unit },
    totals: { base: before.total, head: now.total },
    rows: [...functions].map(
      (name) => differenceRow(name, before.functions.get(name), now.functions.get(name), places)
    ).sort(byChange)
  };
}
function differenceRow(name, base, head2, places) {
  const frame2 = (head2 ?? base)?.frame ?? { function: name, file: "", line: 0 };
  const sides = (amount) => ({
    base: base?.[amount] ?? 0,
    head: head2?.[amount] ?? 0
  });
  return {
    ...{ function: name, file: repositoryFile(places, frame2), line: frame2.line },
    ...{ flat: sides("flat"), cumulative: sides("cumulative"), charged: sides("charged") }
  };
}
function byChange(a, b) {
  const change = ({ base, head: head2 }) => Math.abs(head2 - base);
  return change(b.charged) - change(a.charged) || change(b.flat) - change(a.flat) || change(b.cumulative) - change(a.cumulative);
}
function names({ sampleTypes }) {
  return sampleTypes.map(({ type, unit }) => `${type} (${unit})`).join(", ");
}

// src/heap/compare/compare-profiles.ts
var heapTypes = ["alloc_space", "alloc_objects", "inuse_space", "inuse_objects"];
var profileLeg = "profile";
function compareHeapProfiles(base, head2, rules, placesOf2) {
  const name = testedPackage(head2.profile) ?? testedPackage(base.profile) ?? "the profile";
  const places = placesOf2(name);
  const records = [];
  for (const side of [base, head2]) {
    const record2 = recordOf(side.profile, places, name);
    if (record2 === null) return { kind: "refused", name: side.name, because: whyNone(side) };
    records.push(record2);
  }
  const [before, now] = records;
  const differences2 = [];
  for (const type of heapTypes) {
    const difference = compareProfiles(base.profile, head2.profile, type, places);
    if (difference.kind === "refused")
      return { kind: "refused", name: base.name, because: difference.because };
    differences2.push(difference);
  }
  const { metrics, tests } = before;
  const comparison = compare({
    settings: { ...rules.settings, confirm: "off" },
    base: { commit: base.name, reason: "a heap profile", exact: true },
    noBase: "",
    heads: [now],
    bases: [
      {
        ...{ package: name, leg: profileLeg, record: before, commit: base.name, distance: 0 },
        ...{ differences: [], renamedFrom: null, old: null },
        history: [{ commit: base.name, committedAt: "", metrics, tests }]
      }
    ],
    removed: [],
    modulePath: places.modulePath,
    again: { head: [], base: [] },
    accepted: null,
    today: rules.today,
    problems: []
  });
  const summary = `${head2.name} compared with ${base.name}`;
  return { kind: "compared", comparison: { ...comparison, summary }, differences: differences2 };
}
function testedPackage(profile) {
  const counts = /* @__PURE__ */ new Map();
  for (const { frames } of profile.samples()) {
    const frame2 = baseOfTest(frames);
    if (frame2 === null) continue;
    const name = packageOf(frame2.function).replace(/_test$/, "");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}
function recordOf(profile, places, name) {
  const figures = heapFigures(profile, places);
  if (figures === null) return null;
  const { totals, ...lists } = figures;
  return {
    ...{ package: name, leg: profileLeg, outcome: "passed", benchmarks: [] },
    metrics: { ...totals, liveHeapPeakBytes: null, peakRssBytes: null, goroutinesAtEnd: null },
    ...lists
  };
}
function whyNone({ profile }) {
  const types = profile.sampleTypes.map(({ type }) => type);
  return heapTypes.every((type) => types.includes(type)) ? "its sums are too large to be exact" : `it is no heap profile: it has ${types.join(", ")}`;
}

// src/heap/compare/compare-reports.ts
function compareReports(base, head2, rules) {
  const bases = base.report.heap.map((record2) => baseOf(record2, base.report, head2.report));
  const { renamed, removed } = movedPackages(bases, head2.report);
  const comparison = compare({
    settings: { ...rules.settings, confirm: "off" },
    base: { commit: commitOf(base), reason: base.name, exact: true },
    noBase: "",
    heads: head2.report.heap,
    bases: [...bases, ...renamed],
    removed: removed.map(({ package: name, leg }) => ({ package: name, leg })),
    modulePath: head2.report.source.module,
    again: { head: head2.again, base: againHere(base, head2) },
    accepted: null,
    today: rules.today,
    problems: []
  });
  const differing = [...new Set(bases.flatMap((item) => item.differences))];
  const summary = [`${sideText(head2)} compared with ${sideText(base)}`, ...differing].join("; ");
  const hasOtherRate = comparison.packages.some(({ state }) => state === "incomparable");
  const problems = hasOtherRate ? [...comparison.problems, otherRateFix] : comparison.problems;
  return { ...comparison, summary, problems };
}
var otherRateFix = 'a run samples as the record of its base does; two runs with "--baseline none" sample alike';
function againHere(base, head2) {
  return base.again.filter(({ leg }) => differences(base.report, head2.report, leg).length === 0);
}
function commitOf({ report, name }) {
  return report.source.sha ?? name;
}
function sideText({ name, report }) {
  const { sha } = report.source;
  return sha === null ? name : `${name} (${sha.slice(0, 7)})`;
}
function baseOf(record2, base, head2) {
  const { package: name, leg, metrics, tests } = record2;
  const commit = base.source.sha ?? "";
  return {
    ...{ package: name, leg, record: record2, commit, distance: 0, renamedFrom: null, old: null },
    differences: differences(base, head2, leg),
    history: [{ commit, committedAt: base.startedAt, metrics, tests }]
  };
}
var environment = [
  // go1.26.3 -> 1.26.3
  {
    what: "Go",
    of: ({ machine }, leg) => (leg?.goVersion ?? machine.go).replace(/^go(?=\d)/, "")
  },
  { what: "system", of: ({ machine }) => `${machine.os}/${machine.arch}` },
  { what: "CPUs:", of: ({ machine }) => String(machine.cpus) }
];
function differences(base, head2, leg) {
  const inLeg = (report) => report.legs.find(({ name }) => name === leg);
  return environment.map(({ what, of }) => ({
    what,
    before: of(base, inLeg(base)),
    after: of(head2, inLeg(head2))
  })).filter(({ before, after }) => before !== after).map(({ what, before, after }) => `${what} ${before}, now ${after}`);
}
function movedPackages(bases, head2) {
  const legs = new Set(head2.legs.map(({ name }) => name));
  const renamed = [];
  const removed = [];
  for (const leg of legs) {
    const now = new Map(
      head2.heap.filter((record2) => record2.leg === leg).map((record2) => [record2.package, record2])
    );
    const before = bases.filter((base) => base.leg === leg);
    const known = new Set(before.map((base) => base.package));
    const gone = before.filter((base) => !now.has(base.package));
    const added = [...now.values()].filter((record2) => !known.has(record2.package));
    const newNames = renames(
      gone.map(({ record: record2 }) => record2),
      added
    );
    const oldNames = new Map([...newNames].map(([fresh, old]) => [old, fresh]));
    for (const base of gone) {
      const fresh = oldNames.get(base.package);
      if (fresh === void 0) removed.push(base);
      else renamed.push({ ...base, package: fresh, renamedFrom: base.package });
    }
  }
  return { renamed, removed };
}

// src/render/profile-difference.ts
var leastShare = 1e-3;
function differenceLines(difference, top, page) {
  const { sampleType, unit, totals, rows } = difference;
  const changed = rows.filter((row) => largestChange(row) !== 0);
  const least = leastShare * Math.max(totals.base, totals.head);
  const kind = unit === "bytes" ? "bytes" : "count";
  const [before, now] = [totals.base, totals.head].map((amount) => formatAmount(amount, kind));
  const all = formatChange(changeOf(totals), kind);
  const title2 = `${sampleType}: ${before ?? ""} before, ${now ?? ""} now, ${all}`;
  const heading = page.paint.bold(textLine(page, title2));
  if (changed.length === 0) return [heading, "  no function changed"];
  const shown2 = changed.filter((row, i) => i === 0 || largestChange(row) >= least).slice(0, top);
  const cells = shown2.map(
    ({ flat, cumulative, charged }) => [charged, flat, cumulative].map((both) => formatChange(changeOf(both), kind))
  );
  const [head2 = "", ...starts2] = aligned(
    [["charged", "flat", "cum"], ...cells],
    [true, true, true]
  );
  return [
    heading,
    page.paint.dim(`  ${head2}`),
    ...shown2.map((row, i) => frameLine(page, `  ${starts2[i] ?? ""}  `, row)),
    ...moreLine(page, changed.length - shown2.length, "function")
  ];
}
function largestChange({ flat, cumulative, charged }) {
  return Math.max(...[flat, cumulative, charged].map((both) => Math.abs(changeOf(both))));
}
function changeOf({ base, head: head2 }) {
  return head2 - base;
}

// src/entry/compared-side.ts
import { open as open2, realpath, stat as stat5 } from "node:fs/promises";
import { resolve as resolve4 } from "node:path";
async function readSide(name, cwd) {
  const path = await realpath(resolve4(cwd, name)).catch(() => null);
  const stats = path === null ? null : await stat5(path).catch(() => null);
  if (path === null || stats === null)
    return problem(
      name,
      "there is no such file or folder",
      "name a report.json, a run folder or a heap profile"
    );
  if (stats.isDirectory()) {
    const report = await readReport(path);
    return report === null ? problem(
      name,
      "this folder has no report that can be read",
      'name the folder of a run (--out); "go-crash-guard report FOLDER" makes the report of a run that was killed'
    ) : { kind: "report", name, report, out: path, again: await readAgain(path, "head") };
  }
  if (!stats.isFile())
    return problem(
      name,
      "it is no regular file",
      "name a report.json, a run folder or a heap profile"
    );
  if (await isJson(path)) {
    const report = await readReport(path);
    return report === null ? problem(
      name,
      "this is no report, or one of another version of go-crash-guard",
      "name a report.json that this version made"
    ) : { kind: "report", name, report, out: null, again: [] };
  }
  if (stats.size > maxUnpackedBytes)
    return problem(
      name,
      "it is too large for a profile",
      "name a heap profile of go test -memprofile"
    );
  const reading = readProfile(await readBoundedBytes(path, maxUnpackedBytes) ?? new Uint8Array());
  return reading.kind === "refused" ? problem(name, reading.because, "name a heap profile, a report.json or a run folder") : { kind: "profile", name, path, profile: reading.profile };
}
function problem(where, what, fix) {
  return { kind: "problem", problem: { where, what, fix } };
}
async function isJson(path) {
  const file = await open2(path, "r").catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString("latin1", 0, bytesRead).trimStart().startsWith("{");
  } finally {
    await file.close();
  }
}

// src/entry/compare-command.ts
var shownFunctions = 20;
async function compareCommand([baseName2, headName], flags, cwd, page) {
  const { heap, directory } = await loadSettings({
    cwd,
    directory: flags.dir ?? "",
    directoryName: "--dir",
    config: flags.config ?? "",
    configName: "--config",
    layer: {
      values: definedOnly({ "heap-threshold": flags.threshold }),
      where: () => "--threshold"
    }
  });
  const rules = { settings: heap, today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10) };
  const read = await Promise.all([readSide(baseName2, cwd), readSide(headName, cwd)]);
  const problems = read.flatMap((side) => side.kind === "problem" ? [side.problem] : []);
  if (problems.length > 0) throw new InputError(problems);
  const [base, head2] = read;
  if (base.kind === "report" && head2.kind === "report") {
    const compared2 = compareReports(base, head2, rules);
    const comparison2 = await withCommands(compared2, base, head2, cwd);
    const text2 = renderComparison(comparison2, page.paint);
    return result(flags, comparison2, comparison2, text2);
  }
  if (base.kind === "report" || head2.kind === "report")
    throw new InputError([
      {
        where: headName,
        what: `${kindText(base)} cannot be compared with ${kindText(head2)}`,
        fix: "name two reports, two run folders or two heap profiles"
      }
    ]);
  const compared = compareHeapProfiles(base, head2, rules, (name) => placesOf(name, directory));
  if (compared.kind === "refused")
    throw new InputError([
      {
        where: compared.name,
        what: compared.because,
        fix: "name two heap profiles, such as go test -memprofile writes"
      }
    ]);
  const { comparison, differences: differences2 } = compared;
  const lines = differences2.filter(({ sampleType }) => sampleType !== "inuse_objects").flatMap((difference) => ["", ...differenceLines(difference, shownFunctions, page)]);
  const text = `${renderComparison(comparison, page.paint)}${lines.join("\n")}
`;
  return result(flags, comparison, { ...comparison, differences: differences2 }, text);
}
function result(flags, { status }, printed, text) {
  return {
    text: flags.json === true ? `${JSON.stringify(printed, null, 2)}
` : text,
    code: status === "fail" ? exitCodes.fail : exitCodes.pass
  };
}
function kindText(side) {
  return side.kind === "report" ? "a report" : "a heap profile";
}
function placesOf(name, directory) {
  const { root, modules: modules2 } = findModules(directory);
  const module = modules2.filter(({ path }) => name === path || name.startsWith(`${path}/`)).sort((a, b) => b.path.length - a.path.length)[0];
  return {
    package: name,
    modulePath: module?.path ?? null,
    moduleDirectory: module === void 0 ? "" : join8(root, module.directory),
    repositoryDirectory: root
  };
}
async function withCommands(comparison, base, head2, cwd) {
  const command2 = async (item) => {
    const [from, to] = await Promise.all([
      profileOf(base, item.renamedFrom ?? item.package, item.leg),
      profileOf(head2, item.package, item.leg)
    ]);
    if (from === null || to === null) return null;
    const type = item.why?.metric === "inuseBytes" ? "inuse_space" : "alloc_space";
    const path = (profile) => shellWord(relative2(cwd, profile));
    return `go tool pprof -sample_index=${type} -diff_base=${path(from)} -top ${path(to)}`;
  };
  const packages = await Promise.all(
    comparison.packages.map(
      async (item) => item.why === null ? item : { ...item, why: { ...item.why, command: await command2(item) } }
    )
  );
  return { ...comparison, packages };
}
async function profileOf(side, name, leg) {
  const run3 = side.report.packages.find((item) => item.package === name && item.leg === leg);
  const profile = run3?.attempts.at(-1)?.profile;
  if (side.out === null || profile === void 0) return null;
  const path = join8(side.out, profile);
  return access2(path).then(
    () => path,
    () => null
  );
}
function shellWord(text) {
  return /^[\w./+=@-]+$/.test(text) ? text : quoted(text);
}

// src/entry/commands/compare.ts
function addCompare(program3, { write, page }) {
  program3.command("compare").description(
    "compare the heap usage of two runs: what grew, and why; exit code 1 if it may not"
  ).argument("<base>", "report.json, run folder or heap profile of before").argument("<head>", "the same of now").option("--threshold <percent>", "how much more counts as grown (default: heap-threshold)").option("--dir <dir>", "folder of the module (default: the current folder)").option("--config <file>", "settings file (default: DIR/.crash-guard.yml)").option("--json", "print JSON").action(async (base, head2, flags) => {
    const { text, code } = await compareCommand([base, head2], flags, process.cwd(), page());
    write(text);
    process.exitCode = code;
  });
}

// src/entry/explain-command.ts
import { createReadStream } from "node:fs";
import { stat as stat6 } from "node:fs/promises";
import { resolve as resolve5 } from "node:path";

// src/crash/blame/guilty-note.ts
var byKind = {
  panic: "panics here",
  "fatal-error": "the runtime gives up here",
  signal: "is hit here",
  timeout: "is still here",
  "data-race": "races here",
  sanitizer: "touches the memory here",
  "goroutine-leak": "waits here",
  exit: "ends the program here",
  killed: "was killed here",
  "build-failure": "does not build"
};
var byMessage = [
  {
    kind: "fatal-error",
    message: /- deadlock!$/,
    sample: "all goroutines are asleep - deadlock!",
    note: "waits here"
  },
  {
    kind: "panic",
    message: /^deadlock: /,
    sample: "deadlock: all goroutines in bubble are blocked",
    note: "waits here"
  },
  {
    kind: "fatal-error",
    message: /^stack overflow/,
    sample: "stack overflow",
    note: "calls itself again"
  },
  {
    kind: "signal",
    message: /^(?:quit|interrupt|terminated)$/,
    sample: "quit",
    note: "is still here"
  },
  {
    kind: "panic",
    message: /^(?:Log|Fail) in goroutine after /,
    sample: "Log in goroutine after TestX has completed: text",
    note: "and nobody waits for it"
  }
];
function guiltyNote({ kind, message }) {
  return byMessage.find((row) => row.kind === kind && row.message.test(message))?.note ?? byKind[kind];
}

// src/crash/blame/path-step.ts
var maxLineChars = 500;
function sourceStep(located, repository, note2, guilty) {
  const source = repository.lines(located.file)?.[located.line - 1]?.slice(0, maxLineChars);
  return { ...plainFrame(located), source: source ?? null, note: note2, guilty };
}
function foldedStep(frame2, note2) {
  const place3 = frame2 === null ? { function: "", file: "", line: 0 } : plainFrame(frame2);
  return { ...place3, source: null, note: note2, guilty: false };
}

// src/crash/blame/path-to-panic.ts
var maxSteps = 20;
var shownAtStart = 8;
var maxAncestors2 = 5;
function pathToPanic(crash, { blame }, repository) {
  const investigation = investigate(crash, repository);
  const guilt = { ...findGuilt(investigation), blame };
  const { goroutine } = guilt;
  if (goroutine === null)
    return blame === null ? [] : [sourceStep(blame, repository, guiltyNote(crash), true)];
  return folded([
    ...beforeGoroutine(goroutine, guilt, investigation),
    ...onStack(goroutine, guilt, investigation)
  ]);
}
function beforeGoroutine({ ancestors, createdBy }, guilt, investigation) {
  const stacks = ancestors.slice(0, maxAncestors2).toReversed();
  const [nearest3] = ancestors;
  const steps = stacks.flatMap(({ frames, createdBy: start }, index) => [
    ...index === 0 ? creationStep(start, guilt, investigation) : [],
    ...callsOn(frames, guilt, investigation).map(
      (step, at2, all) => at2 === all.length - 1 ? { ...step, note: joinedNote(step.note, startsGoroutine) } : step
    )
  ]);
  return nearest3 === void 0 ? creationStep(createdBy, guilt, investigation) : steps;
}
var startsGoroutine = "starts the goroutine";
function creationStep(createdBy, { blame }, { locate, repository, crash }) {
  const located = createdBy === null ? null : locate(createdBy);
  if (located === null) return [];
  const guilty = isSameLine(located, blame);
  const note2 = guilty ? `${startsGoroutine}, ${guiltyNote(crash)}` : startsGoroutine;
  return [sourceStep(located, repository, note2, guilty)];
}
function onStack(goroutine, guilt, investigation) {
  const { elided } = goroutine;
  const { members } = recursionOf(goroutine);
  const frames = goroutine.frames.slice(guilt.skipped);
  const isOverflow = /^stack overflow/.test(investigation.crash.message);
  if (!isOverflow || elided === null || members.length === 0)
    return callsOn(frames, guilt, investigation);
  const circle = new Set(members.map(keyOf));
  const outermost = frames.findLastIndex((frame2) => circle.has(keyOf(frame2)));
  const start = Math.max(0, outermost - members.length + 1);
  const steps = callsOn(frames.slice(start), guilt, investigation);
  const all = elided.count === null ? "" : `: ${String(elided.count + frames.length)} frames`;
  const repeats = `these calls repeat until the stack is full${all}`;
  return [...steps, foldedStep(null, repeats)];
}
function keyOf({ function: name, file, line }) {
  return `${name}
${file}
${String(line)}`;
}
function callsOn(frames, guilt, investigation) {
  const { authorOf, locate, repository, crash, isHelper } = investigation;
  const base = baseOfTest(frames);
  const steps = [];
  let between = [];
  const closeRun = (isEnd) => {
    const library = between.filter(
      (frame2) => !isRuntime(frame2) && authorOf(frame2) !== "surroundings"
    );
    if (library.length > 0 && steps.length > 0) steps.push(libraryStep(library, isEnd));
  };
  for (const frame2 of frames.toReversed()) {
    const located = locate(frame2);
    if (located === null) {
      between.push(frame2);
      continue;
    }
    closeRun(false);
    const deferred = between.some(({ function: name }) => name === "panic");
    between = [];
    const guilty = isSameLine(located, guilt.blame);
    const notes = [
      frame2 === base ? "the test" : "",
      deferred ? "a deferred call that runs because of the panic" : "",
      isHelper(frame2) ? "a test helper" : "",
      guilty ? guiltyNote(crash) : ""
    ];
    steps.push(sourceStep(located, repository, notes.filter(Boolean).join(", "), guilty));
  }
  closeRun(true);
  return steps;
}
function libraryStep(frames, isEnd) {
  const names2 = [...new Set(frames.map((frame2) => packageOf(frame2.function)))];
  const shown2 = names2.slice(0, 3).join(", ") + (names2.length > 3 ? ", ..." : "");
  const count3 = frames.length === 1 ? "1 frame" : `${String(frames.length)} frames`;
  return foldedStep((isEnd ? frames.at(-1) : frames[0]) ?? null, `${count3} in ${shown2}`);
}
function folded(steps) {
  if (steps.length <= maxSteps) return [...steps];
  const hidden = steps.slice(shownAtStart, steps.length - (maxSteps - shownAtStart - 1));
  const guilty = hidden.find((step) => step.guilty);
  return [
    ...steps.slice(0, shownAtStart),
    foldedStep(null, `${String(hidden.length)} more calls`),
    ...guilty === void 0 ? [] : [guilty],
    ...steps.slice(steps.length - (maxSteps - shownAtStart - 1))
  ];
}
function joinedNote(note2, more) {
  return note2 === "" ? more : `${note2}, ${more}`;
}

// src/catalog/nearest.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var minLikeness = 0.5;
var maxMessageChars = 200;
var families = {
  "nil-dereference": "nil-and-empty",
  "init-panic": "init-flags-testmain",
  "concurrent-map": "maps-and-sync",
  deadlock: "goroutine-lifecycle",
  timeout: "goroutine-lifecycle",
  "goroutine-leak": "goroutine-lifecycle",
  "data-race": "data-races",
  "stack-overflow": "memory-and-stack",
  "go-out-of-memory": "memory-and-stack",
  "address-space-limit": "memory-and-stack",
  checkptr: "unsafe-and-cgo",
  sanitizer: "unsafe-and-cgo",
  signal: "unsafe-and-cgo",
  "os-exit": "init-flags-testmain",
  "log-fatal": "init-flags-testmain",
  killed: "os-files-processes-limits",
  "build-failed": "build-modules-toolchain",
  "vet-failed": "build-modules-toolchain",
  "setup-failed": "build-modules-toolchain"
};
function nearest2(subject, all) {
  const cause = causeOfCrash(subject.crash);
  let best = null;
  for (const known of all) {
    if (known.cause !== cause) continue;
    for (const signature of known.signatures) {
      const share = fulfilled(signature, subject);
      if (share === null || share === 0) continue;
      const alike = likeMessages(known.message, subject.crash.message);
      const likeness = (share + alike) / 2;
      if (likeness >= minLikeness && likeness > (best?.likeness ?? 0)) best = { known, likeness };
    }
  }
  return best;
}
function familyOf(subject, near) {
  if (near !== null) return near.known.family;
  const { crash } = subject;
  if (crash.message.startsWith("runtime error: ") && crash.signal === null)
    return "bounds-and-conversions";
  return families[causeOfCrash(crash)] ?? null;
}
function likeMessages(a, b) {
  const [one, other] = [a.slice(0, maxMessageChars), b.slice(0, maxMessageChars)];
  return 1 - (0, import_fastest_levenshtein.distance)(one, other) / Math.max(1, one.length, other.length);
}

// src/catalog/go-signature.ts
var maxHeadLines = 20;
function signatureAt(lines, line) {
  const around2 = enclosingFunction(lines, line);
  if (around2 === null) return null;
  return parseHead(lines.slice(around2.line - 1, around2.line - 1 + maxHeadLines).join("\n"));
}
function parseHead(text) {
  let rest = text.slice("func ".length);
  let receiver = null;
  if (rest.startsWith("(")) {
    const end2 = closing(rest, 0);
    if (end2 === null) return null;
    receiver = parameters(rest.slice(1, end2))[0] ?? null;
    rest = rest.slice(end2 + 1).trimStart();
  }
  const name = /^[\p{L}_][\p{L}\p{Nd}_]*/u.exec(rest)?.[0];
  if (name === void 0) return null;
  rest = rest.slice(name.length);
  const generic = rest.startsWith("[");
  if (generic) rest = rest.slice((closing(rest, 0) ?? -1) + 1);
  const end = rest.startsWith("(") ? closing(rest, 0) : null;
  if (end === null) return null;
  return {
    name,
    receiver,
    generic: generic || receiver?.type.includes("[") === true,
    parameters: parameters(rest.slice(1, end))
  };
}
function closing(text, from) {
  let depth = 0;
  for (let at2 = from; at2 < text.length; at2++) {
    const char = text[at2] ?? "";
    if ("([{".includes(char)) depth++;
    else if (")]}".includes(char) && --depth === 0) return at2;
  }
  return null;
}
function parameters(text) {
  const parts = splitTop(text).map((part) => part.trim()).filter((part) => part !== "");
  const named3 = parts.some(
    (part) => /^[\p{L}_][\p{L}\p{Nd}_]* /u.test(part) && !/^(?:func|chan|map|struct|interface)\b/u.test(part)
  );
  const found = [];
  let type = "";
  for (const [index, part] of [...parts.entries()].reverse()) {
    const space = part.indexOf(" ");
    const name = !named3 ? `value${String(index + 1)}` : space < 0 ? part : part.slice(0, space);
    if (!named3) type = part;
    else if (space >= 0) type = part.slice(space + 1).trim();
    const variadic = type.startsWith("...");
    found.unshift({ name, type: variadic ? type.slice(3) : type, variadic });
  }
  return found;
}
function splitTop(text) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let at2 = 0; at2 < text.length; at2++) {
    const char = text[at2] ?? "";
    if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth--;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(from, at2));
      from = at2 + 1;
    }
  }
  return [...parts, text.slice(from)];
}

// src/catalog/regression-test.ts
function regressionTest(blame, { message, cause }, repository) {
  const lines = repository.lines(blame.file);
  if (lines === null || blame.file.endsWith("_test.go") || !blame.file.endsWith(".go")) return null;
  const signature = signatureAt(lines, blame.line);
  const clause = lines.map((line) => /^package (?<name>\S+)/.exec(line)?.groups?.["name"]).find(Boolean);
  if (signature === null || clause === void 0 || signature.generic) return null;
  if (signature.name === "init" || signature.name === "main") return null;
  const race = cause === "data-race" || cause === "concurrent-map";
  const test = testName(signature);
  const body = race ? concurrently(callOf(signature)) : [`	${callOf(signature)}`];
  const [first = ""] = message.split("\n", 1);
  const text = [
    `package ${clause}`,
    "",
    ...imports(signature, lines, race),
    "",
    `// ${test} holds the fix of the crash at ${blame.file}:${String(blame.line)}:`,
    `// ${first}`,
    `func ${test}(t *testing.T) {`,
    "	// Give these the values of the call that crashed.",
    ...variables(signature).map((line) => `	${line}`),
    ...body,
    "}",
    ""
  ].join("\n");
  const folder = blame.file.slice(0, Math.max(0, blame.file.lastIndexOf("/")));
  const flags = race ? " -race" : cause === "deadlock" || cause === "timeout" ? " -timeout=10s" : "";
  return {
    file: blame.file.replace(/\.go$/, "_crash_test.go"),
    text,
    command: `go test${flags} -run='^${test}$' ./${folder}`
  };
}
function testName({ receiver, name }) {
  const type = receiver?.type.replace(/^\*/, "") ?? "";
  const upper = (word) => word.slice(0, 1).toUpperCase() + word.slice(1);
  return `Test${upper(type)}${upper(name)}DoesNotCrash`;
}
function receiverName(receiver) {
  return receiver.name === "_" || receiver.name.startsWith("value") ? "subject" : receiver.name;
}
function named2(parameters2) {
  return parameters2.map(
    (parameter, index) => parameter.name === "_" || parameter.name === "t" ? { ...parameter, name: `value${String(index + 1)}` } : parameter
  );
}
function variables({ receiver, parameters: parameters2 }) {
  const own2 = receiver === null ? [] : [`var ${receiverName(receiver)} ${receiver.type.replace(/^\*/, "")}`];
  return [
    ...own2,
    ...named2(parameters2).map(
      ({ name, type, variadic }) => `var ${name} ${variadic ? "[]" : ""}${type}`
    )
  ];
}
function callOf({ receiver, name, parameters: parameters2 }) {
  const given = named2(parameters2).map(
    (parameter) => `${parameter.name}${parameter.variadic ? "..." : ""}`
  );
  return `${receiver === null ? "" : `${receiverName(receiver)}.`}${name}(${given.join(", ")})`;
}
function concurrently(call) {
  return [
    "	var done sync.WaitGroup",
    "	for i := 0; i < 8; i++ {",
    "		done.Add(1)",
    "		go func() {",
    "			defer done.Done()",
    `			${call}`,
    "		}()",
    "	}",
    "	done.Wait()"
  ];
}
function imports({ parameters: parameters2 }, lines, race) {
  const used = new Set(
    parameters2.flatMap(
      ({ type }) => [...type.matchAll(/(?<name>[\p{L}_][\p{L}\p{Nd}_]*)\./gu)].map(
        (match) => match.groups?.["name"]
      )
    )
  );
  const needed = /* @__PURE__ */ new Set([...race ? ['"sync"'] : [], '"testing"']);
  for (const line of lines) {
    const found = /^(?:import )?\s*(?:(?<alias>[\w.]+) )?"(?<path>[^"]+)"$/.exec(line)?.groups;
    if (found?.["path"] === void 0) continue;
    const { alias, path } = found;
    if (used.has(alias ?? lastElement(path)))
      needed.add(`${alias === void 0 ? "" : `${alias} `}"${path}"`);
  }
  const sorted = [...needed].sort(
    (a, b) => (a.split('"')[1] ?? "") < (b.split('"')[1] ?? "") ? -1 : 1
  );
  return sorted.length === 1 ? [`import ${sorted[0] ?? ""}`] : ["import (", ...sorted.map((path) => `	${path}`), ")"];
}
function lastElement(path) {
  const parts = path.split("/").filter((part) => !/^v\d+$/.test(part));
  return (parts.at(-1) ?? "").replace(/\.v\d+$/, "").replace(/^go-/, "");
}

// src/catalog/explain.ts
function explain(parsed, library) {
  const { repository, catalog } = library;
  const all = parsed.map((crash) => examine(crash, library));
  const found = all.map(({ recognition, ...one }) => ({
    ...one,
    known: recognition.known?.id ?? null,
    seen: {
      package: one.parsed.package ?? one.blame.package ?? "",
      leg: "",
      attempt: 0,
      test: one.blame.test
    }
  }));
  return reportCrashes(found, repository).flatMap((crash) => {
    const first = all.find(({ fingerprint }) => fingerprint === crash.fingerprint);
    if (first === void 0) return [];
    const { subject, blame, recognition } = first;
    const near = recognition.known === null ? nearest2(subject, catalog.all) : null;
    return [
      {
        crash,
        parsed: first.parsed,
        path: pathToPanic(first.parsed, blame, repository),
        known: recognition.known,
        unknown: recognition.known !== null ? null : {
          family: familyOf(subject, near),
          nearest: near,
          regression: blame.blame === null ? null : regressionTest(blame.blame, crash, repository)
        }
      }
    ];
  });
}

// src/crash/log/log-margin.ts
var windowLines = 64;
var maxWindowChars = 1e6;
var margin = /^[ \t>]{1,40}/;
function createMarginStage(emit) {
  let window = [];
  let chars = 0;
  let common = "";
  const strip = (line) => {
    if (common === "" || line.startsWith(common)) emit(line.slice(common.length));
    else {
      if (line.trim() !== "" && line !== common.trimEnd()) common = "";
      emit(line.trim() === "" || common !== "" ? "" : line);
    }
  };
  const decide = () => {
    const lines = window ?? [];
    window = null;
    common = commonMargin(lines);
    for (const line of lines) strip(line);
  };
  return {
    push(line) {
      if (window === null) {
        strip(line);
        return;
      }
      window.push(line);
      chars += line.length;
      if (window.length >= windowLines || chars > maxWindowChars) decide();
    },
    end() {
      if (window !== null) decide();
    }
  };
}
function commonMargin(lines) {
  const written = lines.filter((line) => line.trim() !== "");
  let common = margin.exec(written[0] ?? "")?.[0] ?? "";
  for (const line of written) {
    if (line === common.trimEnd()) continue;
    while (!line.startsWith(common)) common = common.slice(0, -1);
  }
  return common;
}

// src/crash/log/log-prefix.ts
var iso = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)`;
var logPrefixes = [
  {
    name: "gh run view --log",
    pattern: new RegExp(String.raw`^[^\t]{1,200}\t[^\t]{1,200}\t\ufeff?${iso}(?: |$)`),
    sample: "test	Run go test ./...	2026-01-02T15:04:05.1234567Z "
  },
  {
    name: "CRI",
    pattern: new RegExp(`^${iso} (?:stdout|stderr) (?<part>[FP])(?: |$)`),
    sample: "2026-01-02T15:04:05.123456789+00:00 stderr F "
  },
  {
    name: "GitLab",
    pattern: new RegExp(String.raw`^${iso} \d\d[OE](?<part>[ +])`),
    sample: "2026-01-02T15:04:05.123456Z 01E "
  },
  {
    name: "GitHub, Azure, docker logs -t, kubectl logs --timestamps",
    pattern: new RegExp(`^${iso}(?: |$)`),
    sample: "2026-01-02T15:04:05.1234567Z "
  },
  {
    name: "Jenkins, Buildkite",
    pattern: new RegExp(String.raw`^\[${iso}\](?: |$)`),
    sample: "[2026-01-02T15:04:05.123Z] "
  },
  {
    name: "GitHub's page",
    pattern: /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT(?: |$)/,
    sample: "Fri, 02 Jan 2026 15:04:05 GMT "
  },
  {
    name: "TeamCity",
    pattern: /^\[\d\d:\d\d:\d\d\][WEF]?:? ?\t? ?(?:\[[^\]]{1,80}\] )?/,
    sample: "[15:04:05]W:	 [Step 1/2] "
  },
  {
    name: "Jenkins with a clock",
    pattern: /^\d\d:\d\d:\d\d(?:\.\d{1,3})?(?: {1,2}|$)/,
    sample: "15:04:05  "
  },
  {
    name: "kubectl logs --prefix",
    pattern: /^\[pod\/[^\]\s]{1,300}\] /,
    sample: "[pod/shop-7d4b9/app] "
  },
  {
    name: "docker compose",
    pattern: /^[A-Za-z0-9][\w.-]{0,80} *\|(?: |$)/,
    sample: "shop-1   | "
  },
  {
    name: "journalctl",
    pattern: /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,100} [\w./@-]{1,100}(?:\[\d{1,10}\])?: /,
    sample: "Jan 02 15:04:05 runner go[4711]: "
  }
];

// src/crash/log/log-prefix-stage.ts
var windowLines2 = 64;
var maxWindowChars2 = 1e6;
var enough = 0.6;
var enoughToGoOn = 0.2;
var maxJoinedChars = 4e6;
function createPrefixStage(emit) {
  let window = [];
  let chars = 0;
  let current = null;
  let open5 = null;
  let last = null;
  const release = () => {
    if (last !== null) emit(last);
    last = null;
  };
  const whole = (text, mayGoOn) => {
    release();
    if (mayGoOn) last = text;
    else emit(text);
  };
  const strip = (line, { pattern }) => {
    const found = pattern.exec(line);
    if (found === null) {
      whole(line, false);
      return;
    }
    const text = line.slice(found[0].length);
    const part = found.groups?.["part"];
    if (part === "+" && last !== null && last.length < maxJoinedChars) {
      last += text;
      return;
    }
    if (part === "P" && (open5 ?? "").length < maxJoinedChars) {
      open5 = (open5 ?? "") + text;
      return;
    }
    whole((open5 ?? "") + text, part === " " || part === "+");
    open5 = null;
  };
  const flush = () => {
    current = commonPrefix(window, current);
    for (const line of window) {
      if (current === null) whole(line, false);
      else strip(line, current);
    }
    window = [];
    chars = 0;
  };
  return {
    push(line) {
      window.push(line);
      chars += line.length;
      if (window.length >= windowLines2 || chars > maxWindowChars2) flush();
    },
    end() {
      flush();
      release();
      if (open5 !== null) emit(open5);
      open5 = null;
    }
  };
}
function commonPrefix(lines, before) {
  const written = lines.filter((line) => line !== "");
  if (before !== null && isCommon(before, written, enoughToGoOn)) return before;
  return logPrefixes.find((prefix) => isCommon(prefix, written, enough)) ?? null;
}
function isCommon({ pattern }, lines, part) {
  let lacking = 0;
  const most = Math.min(lines.length - 1, lines.length * (1 - part));
  for (const line of lines) if (!pattern.test(line) && ++lacking > most) return false;
  return lines.length > 0;
}

// src/crash/log/lost-tabs.ts
var maxChars = 4500;
var widestMargin = 24;
var position = /^ {2,}(?=\S)(?<place>.*:\d{1,10}(?: \+0x[0-9a-f]+)?(?: (?:fp|sp|pc)=0x[0-9a-f]+)*)$/;
function createTabStage(emit) {
  let afterCall = false;
  return {
    push(line) {
      const text = line.endsWith("   ") ? withoutPadding(line) : line;
      const restored = afterCall && text.startsWith("  ") ? withTab(text) : text;
      afterCall = isCall(text);
      emit(restored);
    },
    end: () => void 0
  };
}
function withoutPadding(line) {
  const text = line.trimEnd();
  return text === "" && line.length <= widestMargin ? line : text;
}
function withTab(line) {
  const place3 = line.length > maxChars ? void 0 : position.exec(line)?.groups?.["place"];
  return place3 === void 0 ? line : `	${place3}`;
}
function isCall(line) {
  const first = line.charCodeAt(0);
  if (first === 32 || first === 9) return false;
  return line.endsWith(")") || line.startsWith("created by ");
}

// src/crash/log/log-line.ts
var escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]_P^X][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])?|\u009b[0-?]*[ -/]*[@-~]/g;
var gitLabSection = /^section_(?:start|end):\d{1,12}:[\w.-]{1,200}(?:\[[^\]]{0,200}\])?(?:\r|$)/;
var command = /^##\[(?:error|warning|notice|debug|group|endgroup|section|command|info)\]/;
var prefixes = 3;
function createLogCleaner(emit) {
  const tabs = createTabStage(emit);
  const margin3 = createMarginStage((line) => tabs.push(line.replace(command, "")));
  let next = margin3;
  const stages = [margin3];
  for (let i = 0; i < prefixes; i++) {
    next = createPrefixStage(next.push);
    stages.unshift(next);
  }
  let first = true;
  return {
    push(line) {
      next.push(withoutEscapes(first && line.startsWith("\uFEFF") ? line.slice(1) : line));
      first = false;
    },
    end() {
      for (const stage of stages) stage.end();
    }
  };
}
function withoutEscapes(line) {
  let text = line.includes("\x1B") || line.includes("") ? line.replace(escapes, "") : line;
  if (text.startsWith("section_")) text = text.replace(gitLabSection, "");
  return text.endsWith("\r") ? text.replace(/\r+$/, "") : text;
}

// src/inspect/crash-text.ts
var maxCrashes = 1e3;
var maxFailedTests = 1e3;
var maxPackages = 2e3;
var maxPartialChars = 1 << 20;
var maxPartials = 100;
var failed = /^\s{0,40}--- FAIL: (?<test>\S{1,500}) \(/;
function createCrashTextReader() {
  const found = { crashes: [], omitted: 0, lines: 0, failedTests: [] };
  const sink = {
    crash: (crash) => {
      if (crash.survived) return;
      if (found.crashes.length < maxCrashes) found.crashes.push(crash);
      else found.omitted++;
    }
  };
  const scanners = /* @__PURE__ */ new Map();
  const scannerOf = (name) => {
    const key = scanners.size < maxPackages || scanners.has(name) ? name : "";
    let own2 = scanners.get(key);
    if (own2 === void 0) {
      own2 = { scanner: createCrashScanner(sink), partial: /* @__PURE__ */ new Map() };
      scanners.set(key, own2);
    }
    return own2;
  };
  const take = (scanner, line) => {
    const test = line.includes("--- FAIL: ") ? failed.exec(line)?.groups?.["test"] : void 0;
    if (test !== void 0 && found.failedTests.length < maxFailedTests)
      found.failedTests.push(test);
    scanner.push(line);
  };
  const takeOutput = (name, test, output) => {
    const { scanner, partial } = scannerOf(name);
    const text = `${partial.get(test) ?? ""}${output}`;
    const lines2 = text.split("\n");
    const rest = lines2.pop() ?? "";
    for (const line of lines2) take(scanner, line);
    partial.delete(test);
    if (rest === "") return;
    if (partial.size >= maxPartials) {
      for (const left of partial.values()) take(scanner, left);
      partial.clear();
    }
    partial.set(test, rest.slice(0, maxPartialChars));
  };
  const page = createLogCleaner((line) => {
    take(scannerOf("").scanner, line);
  });
  const lines = splitLines((line) => {
    found.lines++;
    const event = line.startsWith('{"') ? parseEvent(line) : null;
    if (event === null) page.push(line);
    else if (event.action === "output") takeOutput(event.package, event.test, event.output);
    else if (event.action === "build-output")
      takeOutput(`build ${event.importPath}`, "", event.output);
  });
  return {
    push: lines.push,
    end() {
      lines.end();
      page.end();
      for (const { scanner, partial } of scanners.values()) {
        for (const rest of partial.values()) take(scanner, rest);
        scanner.end();
      }
      found.crashes.sort((a, b) => a.firstLine - b.firstLine);
      return found;
    }
  };
}

// src/report/callers.ts
var count2 = int().check(_nonnegative());
var frame = { function: string(), file: string(), line: count2 };
var callerRoots = [
  // TestAdd, FuzzAdd, BenchmarkAdd, ExampleAdd, TestMain
  "test",
  // main.main
  "main",
  // go worker()
  "goroutine",
  // an exported function or method that other modules can call
  "exported",
  // func init, var x = f()
  "init",
  // nobody is seen to call it: dead code, reflection, a template, a package that was not looked at
  "uncalled"
];
var pathSchema = object({
  root: _enum(callerRoots),
  /** From the root to the function; each step has the line of the call to the next, the last one that of its declaration. */
  steps: array(
    object({
      ...frame,
      /** `value`: the next is not called but handed over, for somebody else to call; '' for the last step. */
      how: _enum(["call", "go", "defer", "value", ""]),
      /** The next may be what is called here, by its type and by what flows there; whether it is, is not known. */
      dynamic: boolean(),
      /** The library function that the next is handed to. */
      through: string()
    })
  ),
  /** Further roots from which the same way leads on, the first ten, and how many there are. */
  also: array(string()),
  alsoCount: count2
});
var waysInSchema = object({
  /** The functions that were meant. */
  targets: array(object(frame)),
  /** The function literal could not be told from others: this is the function around it. */
  approximate: boolean(),
  paths: array(pathSchema),
  /** Ways in beyond the bound. */
  omitted: count2,
  /** Packages that were left out, one sentence each. */
  problems: array(string())
});
var callersSchema = discriminatedUnion("kind", [
  extend(waysInSchema, { kind: literal("found") }),
  object({
    kind: literal("not-found"),
    /** Functions with a similar name. */
    candidates: array(string()),
    problems: array(string())
  }),
  object({
    kind: literal("unavailable"),
    because: string(),
    fix: string()
  })
]);

// src/inspect/callers/build-callers.ts
var modules = [
  // golang.org/x/tools v0.52.0
  { fromMinor: 26, flags: [] },
  // golang.org/x/tools v0.36.0
  { fromMinor: 23, flags: ["-modfile=go1.23.mod"] },
  // golang.org/x/tools v0.24.1
  { fromMinor: 21, flags: ["-modfile=go1.21.mod"] }
];
function buildCallers(ports, go, timeoutMs) {
  const flags = modules.find(({ fromMinor }) => go.minor >= fromMinor)?.flags ?? [];
  const sources = { directory: ports.probeDirectory, run: ports.run, env: ports.env };
  return buildTool({ name: "callers", flags, timeoutMs }, sources, go);
}

// src/inspect/callers/find-callers.ts
var defaults = { maxPaths: 20, maxDepth: 30, timeoutMs: 12e4 };
var answerSchema = extend(waysInSchema, { candidates: array(string()) });
async function findCallers(request, ports) {
  const { timeoutMs = defaults.timeoutMs } = request;
  const begin = performance.now();
  const leftMs = () => Math.max(1, Math.round(timeoutMs - (performance.now() - begin)));
  const late = {
    kind: "unavailable",
    because: `it was not found out in ${formatDuration(timeoutMs)}`,
    fix: "try again, since what was compiled by now is kept, or look through fewer packages"
  };
  const inTime = (what, result2) => result2.kind === "signaled" && leftMs() <= 1 ? null : uninterrupted(what, result2);
  const go = await knownGo(request.directory, ports);
  if ("kind" in go) return go;
  const program3 = await buildCallers(ports, go, leftMs());
  if (program3.kind === "failed") {
    const built = inTime("building the call graph", program3.result);
    return built === null ? late : unavailable(built, go);
  }
  for (const sources of [false, true]) {
    const input = JSON.stringify(toQuestion(request, sources, leftMs()));
    const { directory: cwd } = request;
    const options = { cwd, env: ports.env, input, timeoutMs: leftMs() };
    const result2 = inTime("the call graph", await ports.run(program3.path, [], options));
    if (result2 === null || isLate(result2)) return late;
    if (result2.kind === "exited" && result2.code === 0) return toCallers(result2.stdout);
    if (sources || !cannotReadCompiled(result2)) {
      const fix = 'make "go vet ./..." succeed in that folder first';
      return { kind: "unavailable", because: `the call graph ${describeFailure2(result2)}`, fix };
    }
  }
  return late;
}
async function knownGo(directory, { run: run3, env }) {
  try {
    return await inspectGo(run3, directory, env);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [problem2] = error.problems;
    return {
      kind: "unavailable",
      because: problem2?.what ?? error.message,
      fix: problem2?.fix ?? ""
    };
  }
}
function toQuestion(request, sources, timeoutMs) {
  const { directory, patterns, buildFlags = [], file = "", line = 0 } = request;
  const { maxPaths = defaults.maxPaths, maxDepth: maxDepth4 = defaults.maxDepth } = request;
  const bounds = { maxPaths, maxDepth: maxDepth4, timeoutMs };
  return {
    directory,
    patterns,
    buildFlags,
    function: request.function,
    file,
    line,
    sources,
    ...bounds
  };
}
function toCallers(stdout) {
  const { candidates, ...found } = answerSchema.parse(JSON.parse(stdout));
  return found.targets.length > 0 ? { kind: "found", ...found } : { kind: "not-found", candidates, problems: found.problems };
}
function isLate(result2) {
  return result2.kind === "exited" && result2.stderr.includes("not listed and compiled in time");
}
function cannotReadCompiled(result2) {
  return result2.kind === "exited" && /without types was imported|export data/.test(result2.stderr);
}
var notDownloaded = /dial tcp|no such host|connection refused|i\/o timeout|TLS handshake|proxyconnect|module lookup disabled|reading https?:|verifying module|: 40[34] |: 410 |: 50\d /;
function unavailable(result2, go) {
  const said = describeFailure2(result2);
  const reason = said.split("\n").find((line) => notDownloaded.test(line));
  return reason !== void 0 ? {
    kind: "unavailable",
    because: `golang.org/x/tools, which has the call graph, could not be downloaded: ${reason.replace(/^\w+\.go:\d+:\d+: /, "")}`,
    fix: "let the go command reach its module proxy (go env GOPROXY), or fill the module cache beforehand"
  } : {
    kind: "unavailable",
    because: `the call graph could not be built with ${go.version}: ${said}`,
    fix: "try another Go version (GOTOOLCHAIN)"
  };
}

// src/render/callers.ts
var titles = {
  test: "from tests:",
  main: "from main:",
  goroutine: "in a goroutine, which no caller can recover:",
  exported: "from other modules, through what is exported:",
  init: "while the package is initialised:",
  uncalled: "from functions that nothing is seen to call:"
};
var deepestIndent = 12;
var shownAlso = 5;
function renderCallers(callers, page) {
  return `${callerLines(callers, page).join("\n")}
`;
}
function callerLines(callers, page) {
  switch (callers.kind) {
    case "unavailable":
      return [
        page.paint.bad(`! who calls it is not known: ${oneLine(callers.because)}`),
        `    fix: ${oneLine(callers.fix)}`
      ];
    case "not-found":
      return [
        page.paint.bad("! there is no such function in these packages"),
        ...callers.candidates.length === 0 ? [] : [`    fix: it may be ${listNames(callers.candidates, shownAlso)}`],
        ...problemLines3(page, callers.problems)
      ];
    case "found":
      return foundLines(callers, page);
  }
}
function foundLines(found, page) {
  const { bold, dim } = page.paint;
  const lines = found.targets.map(
    (target) => bold(
      frameLine(
        { ...page, paint: { ...page.paint, dim: (text) => text } },
        "who can reach ",
        target
      )
    )
  );
  if (found.approximate)
    lines.push(
      textLine(page, "  the function around the literal, which could not be told from others")
    );
  if (found.paths.length === 0) lines.push("  nobody, as far as can be seen");
  let title2 = "";
  for (const path of found.paths) {
    if (titles[path.root] !== title2) {
      title2 = titles[path.root];
      lines.push("", bold(title2));
    }
    lines.push(...pathLines(page, path));
  }
  if (found.omitted > 0) lines.push(dim(`  ... and ${plural(found.omitted, "more way")}`));
  if (found.paths.some(({ steps }) => steps.some(({ dynamic }) => dynamic)))
    lines.push(
      "",
      textLine(page, "~ perhaps: through an interface, a function value or a library")
    );
  return [...lines, ...problemLines3(page, found.problems)];
}
function pathLines(page, { steps, also, alsoCount }) {
  const lines = steps.map((step, depth) => {
    const before = steps[depth - 1];
    const mark = before?.dynamic === true ? "~ " : "";
    const indent = " ".repeat(2 + Math.min(2 * depth, deepestIndent));
    return frameLine(page, `${indent}${mark}`, step, remark(step));
  });
  if (alsoCount === 0) return lines;
  const names2 = also.slice(0, shownAlso).map(shortName2);
  const more = alsoCount - names2.length;
  const rest = more > 0 ? ` and ${String(more)} more` : "";
  return [...lines, page.paint.dim(textLine(page, `    and so do ${names2.join(", ")}${rest}`))];
}
function remark({ how, through }) {
  switch (how) {
    case "go":
      return "go";
    case "defer":
      return "defer";
    case "value":
      return through === "" ? "as a value" : `handed to ${through}`;
    case "call":
    case "":
      return "";
  }
}
function shortName2(name) {
  const bracket = name.indexOf("[");
  return name.slice((bracket < 0 ? name : name.slice(0, bracket)).lastIndexOf("/") + 1);
}
function problemLines3({ paint }, problems) {
  return problems.map((problem2) => paint.bad(`! ${oneLine(problem2)}`));
}

// src/render/prose.ts
function prose(text, width) {
  const lines = [];
  let words = [];
  let length = 0;
  let inCode = false;
  const flush = () => {
    if (words.length > 0) lines.push(words.join(" "));
    words = [];
    length = 0;
  };
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) inCode = !inCode;
    if (inCode || /^(?:```|\s|[-*] |\d+\. |\|)/.test(line) || line === "") {
      flush();
      lines.push(line);
      continue;
    }
    for (const word of line.split(" ")) {
      if (length + word.length > width) flush();
      words.push(word);
      length += word.length + 1;
    }
  }
  flush();
  return lines;
}

// src/render/source-excerpt.ts
var linesBefore = 2;
var linesAfter = 1;
var maxLineChars2 = 500;
function pathLines2(steps, repository, page) {
  return steps.flatMap((step) => [headLine(step, page), ...excerpt(step, repository, page)]);
}
function headLine({ note: note2, guilty, ...step }, page) {
  const remark2 = guilty ? page.paint.bad(oneLine(note2)) : oneLine(note2);
  if (step.function === "" && step.file === "") return `    ${remark2}`;
  return frameLine(page, "    ", { ...step, function: shortName(step.function) }, remark2);
}
function excerpt({ source, file, line, guilty }, repository, { width, paint }) {
  if (source === null) return [];
  const { first, texts } = around(repository.lines(file) ?? [], line);
  const shown2 = texts.map(
    (text) => printable(text.slice(0, maxLineChars2)).replaceAll("	", "    ").replaceAll("\n", " ")
  );
  const margin3 = Math.min(...shown2.filter((text) => text.trim() !== "").map(marginOf));
  const digits = String(first + texts.length).length;
  return shown2.flatMap((text, index) => {
    const number2 = first + index;
    const code = text.slice(Math.min(margin3, marginOf(text))).trimEnd();
    const gutter = `    ${number2 === line ? ">" : " "} ${String(number2).padStart(digits)} | `;
    const row = clip(`${gutter}${code}`.trimEnd(), Math.max(40, width));
    if (number2 !== line) return [paint.dim(row)];
    return guilty ? [row, paint.bad(markBelow(row, gutter.length))] : [row];
  });
}
function around(lines, line) {
  const start = enclosingFunction(lines, line)?.line ?? line;
  const first = Math.max(start, line - linesBefore, 1);
  const texts = lines.slice(first - 1, line);
  for (const text of lines.slice(line, line + linesAfter)) {
    if (text.trim() === "" || start === line && /\}\s*$/.test(lines[line - 1] ?? "")) break;
    texts.push(text);
  }
  return { first, texts };
}
function markBelow(row, gutter) {
  const text = row.slice(gutter);
  const code = text.replace(/\s*\/\/.*$/, "") || text;
  const start = marginOf(text);
  const mark = "^".repeat(Math.max(1, code.length - start));
  return `${" ".repeat(gutter - 2)}| ${" ".repeat(start)}${mark}`;
}
function marginOf(text) {
  return text.length - text.trimStart().length;
}

// src/render/explain.ts
var maxMessageLines = 8;
var maxRelated = 8;
var margin2 = "    ";
function renderExplained(explained, { text, ...about }, page) {
  const blocks = explained.map((one) => crashLines(one, about, page));
  const lines = [...blocks.flatMap((block) => [...block, ""]), ...endLines(explained, text, page)];
  return `${lines.join("\n")}
`;
}
function crashLines({ crash, parsed, path, known, unknown }, { repository, catalog, past }, page) {
  const { paint } = page;
  const [first = "", ...rest] = printable(crash.message).split("\n");
  const more = rest.slice(0, maxMessageLines).map((line) => textLine(page, `  ${line}`));
  const lines = [
    `${paint.bad("✗")} ${paint.bold(textLine(page, `${crash.cause}: ${first}`))}`,
    ...more,
    ...placeLines(crash, page),
    ...past.length === 0 ? [] : [textLine(page, `${margin2}${historyWords(crash, past)}`)]
  ];
  if (parsed.truncated) lines.push(paint.dim(`${margin2}the text stops in the middle of it`));
  if (path.length > 0)
    lines.push("", paint.bold("  how it got here"), ...pathLines2(path, repository, page));
  if (known !== null) lines.push("", ...knownLines(crash, known, catalog, page));
  if (unknown !== null) lines.push("", ...unknownLines(crash, unknown, catalog, page));
  return lines;
}
function placeLines({ blame, related, test, package: name, occurrences }, page) {
  const others = related.slice(0, maxRelated);
  const width = Math.max(...["seen", ...others.map(({ role }) => oneLine(role))].map(lengthOf));
  const start = (word) => `${margin2}${oneLine(word).padEnd(width)}  `;
  const lines = [];
  if (blame !== null) lines.push(frameLine(page, start("at"), blame));
  if (test !== null || name !== "")
    lines.push(textLine(page, `${start("in")}${[test, name].filter(Boolean).join(", ")}`));
  for (const { role, ...frame2 } of others) lines.push(frameLine(page, start(role), frame2));
  if (related.length > others.length)
    lines.push(
      page.paint.dim(`${start("")}... and ${plural(related.length - others.length, "more line")}`)
    );
  if (occurrences.length > 1) {
    const places = occurrences.map((seen) => seen.test ?? seen.package).filter(Boolean);
    const times = plural(occurrences.length, "time");
    lines.push(textLine(page, `${start("seen")}${times}: ${listNames([...new Set(places)], 5)}`));
  }
  return lines;
}
function lengthOf({ length }) {
  return length;
}
function historyWords(crash, past) {
  const found = standing(crash, past);
  switch (found.kind) {
    case "new":
      return `new: nothing like it in ${plural(past.length, "earlier run")}`;
    case "seen":
      return `seen before, in ${String(found.runs)} of ${plural(past.length, "earlier run")}, last in ${runName(found.last)}`;
    case "similar": {
      const percent = (found.similarity * 100).toFixed(0);
      return `new, but ${percent} % like ${found.crash.id} of ${runName(found.run)}: ${found.crash.message}`;
    }
  }
}
function runName({ startedAt, source }) {
  const sha = source.sha === null ? "" : ` (${source.sha.slice(0, 7)})`;
  return `the run of ${startedAt.slice(0, 16).replace("T", " ")}${sha}`;
}
function knownLines({ cause }, known, catalog, page) {
  const { paint } = page;
  const word = isUsual(cause) ? "usually" : "known";
  return [
    `${paint.bold(`  ${word}: ${known.title}`)} ${paint.dim(`(${catalog.familyTitle(known.family)})`)}`,
    ...indented(known.explanation, page),
    ...indented(`In the example: ${known.rootCause}`, page),
    ...indented(`What to do: ${known.fix}`, page),
    paint.dim(`${margin2}with an example and its test: ${crashPage(known.id)}`)
  ];
}
function unknownLines(crash, { family, nearest: nearest3, regression }, catalog, page) {
  const { paint } = page;
  const lines = [
    paint.bold("  no known crash is quite like this one"),
    ...family === null ? [] : [`${margin2}family:  ${catalog.familyTitle(family)}`],
    ...nearest3 === null ? [] : [
      `${margin2}nearest: ${nearest3.known.title} (${(nearest3.likeness * 100).toFixed(0)} % alike)`,
      paint.dim(`${margin2}         ${crashPage(nearest3.known.id)}`)
    ],
    paint.dim(`${margin2}cause:   ${causePage(crash.cause)}`)
  ];
  if (regression === null) return lines;
  return [
    ...lines,
    "",
    `${paint.bold("  a regression test to begin with")} ${paint.dim(`(${oneLine(regression.file)})`)}`,
    ...regression.text.trimEnd().split("\n").map((line) => `${margin2}${printable(line)}`.trimEnd()),
    paint.dim(`${margin2}${oneLine(regression.command)}`)
  ];
}
function indented(text, { width }) {
  return prose(text, Math.min(100, Math.max(40, width - margin2.length))).map(
    (line) => `${margin2}${line}`.trimEnd()
  );
}
function endLines(explained, { lines, omitted, failedTests }, { paint }) {
  const found = explained.length === 0 ? "no crash" : plural(explained.length, "crash", "crashes");
  const failed2 = failedTests.length === 0 ? "" : `; failed tests: ${listNames(failedTests, 10)}`;
  return [
    paint.dim(`${found} in ${plural(lines, "line")}${failed2}`),
    ...omitted > 0 ? [paint.dim(`${plural(omitted, "more crash", "more crashes")} left out`)] : []
  ];
}

// src/entry/explain-command.ts
var maxCallers = 3;
async function explainCommand(path, flags, ports, page) {
  const directory = resolve5(ports.cwd, flags.dir ?? "");
  if (typeof flags.callers === "string" && path === void 0) {
    const found = await callersOf(flags.callers, directory, ports);
    return flags.json === true ? json2({ callers: [found] }) : renderCallers(found, page);
  }
  const text = await readLog(path, ports);
  if (text === null) return "";
  const repository = repositoryAt(directory);
  const explained = explain(text.crashes, { repository, catalog: ports.catalog });
  const past = await pastRuns(flags.against ?? [], ports.cwd);
  const callers = await allCallers(explained, flags.callers, { directory, repository }, ports);
  if (flags.json === true) {
    const crashes = explained.map(({ crash }) => crash);
    return json2(flags.callers === void 0 ? { crashes } : { crashes, callers });
  }
  const about = { text, repository, catalog: ports.catalog, past };
  return [
    renderExplained(explained, about, page),
    ...callers.map((found) => renderCallers(found, page))
  ].join("\n");
}
function json2(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}
async function pastRuns(paths, cwd) {
  const problems = [];
  const runs = [];
  for (const path of paths) {
    const report = await readReport(resolve5(cwd, path));
    if (report === null)
      problems.push({
        where: `--against ${path}`,
        what: "there is no report that can be read",
        fix: "name a report.json, or the folder of a run"
      });
    else runs.push(report);
  }
  if (problems.length > 0) throw new InputError(problems);
  return runs;
}
async function allCallers(explained, asked, { directory, repository }, ports) {
  if (asked === void 0) return [];
  if (asked !== true) return [await callersOf(asked, directory, ports)];
  const found = [];
  const names2 = new Set(
    explained.flatMap(({ crash: { blame } }) => blame === null ? [] : [blame.function])
  );
  for (const name of [...names2].slice(0, maxCallers)) {
    const module = moduleOf(packageOf(name), repository);
    const folder = module === null ? directory : resolve5(repository.root, module.directory);
    found.push(await callersOf(name, folder, ports));
  }
  return found;
}
function callersOf(name, directory, ports) {
  return findCallers({ directory, patterns: ["./..."], function: name }, ports);
}
async function readLog(path, { cwd, stdin, stop }) {
  const reader = createCrashTextReader();
  const input = path === void 0 || path === "-" ? stdin : await openLog(resolve5(cwd, path), path);
  const abort = () => void input.destroy();
  stop.addEventListener("abort", abort);
  try {
    for await (const chunk of input) reader.push(chunk);
  } catch (error) {
    if (stop.aborted) return null;
    if (error.syscall === void 0) throw error;
    throw unreadable(path ?? "-", error.message);
  } finally {
    stop.removeEventListener("abort", abort);
  }
  return reader.end();
}
async function openLog(place3, path) {
  const stats = await stat6(place3).catch(() => null);
  if (stats === null) throw unreadable(path, "there is no such file");
  if (stats.isDirectory()) throw unreadable(path, "it is a folder");
  return createReadStream(place3, { highWaterMark: 1 << 20 });
}
function unreadable(path, what) {
  return new InputError([
    {
      where: path,
      what,
      fix: "name a file with the log, or - to read it from the standard input"
    }
  ]);
}

// src/entry/commands/explain.ts
function addExplain(program3, terminal2) {
  program3.command("explain").description("say of a log what crashed, on which line, and what to do").argument("[file]", "output of go test or of a program, or a page copied from CI; - for stdin").option("--dir <dir>", "folder in the repository of the log (default: the current folder)").option("--callers [function]", "who else can reach the line to blame, or this function").option("--against <report...>", "reports of earlier runs: which crash is new, which was seen").option("--json", "print JSON").action((file, flags) => explain2(file, flags, terminal2));
}
async function explain2(file, flags, terminal2) {
  const { stdin } = process;
  if (file === void 0 && typeof flags.callers !== "string" && stdin.isTTY)
    throw new InputError([
      { where: "explain", what: "there is no log", fix: "name a file, or pipe the log in" }
    ]);
  terminal2.listen();
  const { cancellation, runCommand: run3, probeDirectory } = terminal2;
  const catalog = await loadCatalog(terminal2.catalogFile);
  const ports = {
    ...{ cwd: process.cwd(), env: process.env, stdin, catalog },
    ...{ run: run3, probeDirectory, stop: cancellation.stop }
  };
  try {
    terminal2.write(await explainCommand(file, flags, ports, terminal2.page()));
  } catch (error) {
    if (cancellation.requested() === null) throw error;
  }
  terminal2.endWell();
}

// src/entry/inspect-command.ts
import { mkdtemp as mkdtemp3, rm as rm4 } from "node:fs/promises";
import { tmpdir as tmpdir3 } from "node:os";
import { join as join12 } from "node:path";

// src/inspect/inspect.ts
import { Buffer as Buffer3 } from "node:buffer";
import { createReadStream as createReadStream4 } from "node:fs";
import { open as open4, stat as stat7 } from "node:fs/promises";
import { dirname as dirname6, join as join11 } from "node:path";
import { constants as constants2, createGunzip as createGunzip2 } from "node:zlib";

// src/heap/profile-listing.ts
function listProfile(profile, options) {
  const { sampleTypes } = profile;
  const amounts = sampleTypes.filter(({ unit }) => unit !== "count");
  const wanted2 = amounts.length > 0 ? amounts : sampleTypes;
  const withRuntime = sampleTypes.some(({ type }) => type === "cpu");
  const isDefault = ({ type }) => type === "inuse_space" || type === profile.defaultSampleType;
  const ordered = [...wanted2].sort((a, b) => Number(isDefault(b)) - Number(isDefault(a)));
  const sums = ordered.map((type) => {
    const mainColumn = sampleTypes.indexOf(type);
    return { type, mainColumn, ...sumCallSites(profile, { ...options, mainColumn, withRuntime }) };
  });
  const [first] = sums;
  return {
    sampleTypes: sampleTypes.map(({ type, unit }, column) => ({
      type,
      unit,
      total: first?.totals[column] ?? 0,
      matching: first?.matching[column] ?? 0
    })),
    tops: sums.map(({ type, mainColumn, totals, sites }) => {
      const total = totals[mainColumn] ?? 0;
      const rows = sites.filter(({ values }) => values[mainColumn] !== 0);
      return {
        ...type,
        rows: rows.slice(0, options.top).map(({ values, cumulative, ...site }) => {
          const flat = values[mainColumn] ?? 0;
          return {
            ...site,
            flat,
            cumulative: cumulative[mainColumn] ?? 0,
            share: total > 0 ? flat / total : 0
          };
        }),
        more: Math.max(0, rows.length - options.top)
      };
    })
  };
}
function listHeap(profile, options) {
  const holders = holdersOf(profile, options);
  if (holders === null) return null;
  const { functions, tests } = holders;
  return {
    ...holders,
    functions: functions.slice(0, options.top),
    tests: tests.slice(0, options.top),
    more: {
      functions: Math.max(0, functions.length - options.top),
      tests: Math.max(0, tests.length - options.top)
    }
  };
}

// src/inspect/goroutine-file.ts
var maxTextBytes = 512 << 20;
async function readGoroutines(stream, maxBytes2 = maxTextBytes) {
  const parser = createGoroutineParser();
  const lines = splitLines(parser.push);
  const gaps = [];
  let left = maxBytes2;
  for await (const chunk of stream) {
    lines.push(chunk.subarray(0, left));
    left -= chunk.length;
    if (left >= 0) continue;
    gaps.push(`only the first ${String(maxBytes2)} bytes were read`);
    break;
  }
  lines.end();
  parser.end();
  if (parser.omitted() > 0)
    gaps.push(`${String(parser.omitted())} more goroutines were counted, not kept`);
  return { goroutines: parser.goroutines, gaps };
}

// src/inspect/openable.ts
import { readdir as readdir4 } from "node:fs/promises";
import { join as join10 } from "node:path";

// src/inspect/snapshot.ts
import { createReadStream as createReadStream2 } from "node:fs";
import { lstat as lstat3 } from "node:fs/promises";
import { dirname as dirname4, join as join9 } from "node:path";
var metaName = "meta.txt";
async function isSnapshot(folder) {
  return parseSnapshotMeta(await readBounded(join9(folder, metaName), 1 << 16)) !== null;
}
async function inspectSnapshot(folder, options) {
  const meta = parseSnapshotMeta(await readBounded(join9(folder, metaName), 1 << 16));
  if (meta === null) return null;
  const gaps = meta.complete ? [] : ["the process died before the snapshot was complete"];
  const heap = await openProfile(folder, "heap.pprof", gaps);
  const early = heap === null ? await openProfile(folder, "heap-early.pprof", gaps) : null;
  const profile = heap ?? early;
  const others = await Promise.all(
    ["mutex", "block"].map(async (name) => {
      const opened = await openProfile(folder, `${name}.pprof`, gaps);
      return opened === null ? [] : [{ name, profile: listProfile(opened, options) }];
    })
  );
  const { rssBytes, heapBytes, totalBytes: runtimeBytes, usageBytes, ceilingBytes } = meta;
  return {
    kind: "snapshot",
    path: folder,
    taken: {
      reason: meta.reason,
      elapsedMs: meta.elapsedMs,
      at: await takenAt(folder, meta.elapsedMs),
      gcMs: meta.gcMs,
      complete: meta.complete
    },
    memory: {
      rssBytes,
      heapBytes,
      runtimeBytes,
      outsideGoBytes: rssBytes === null || runtimeBytes === null ? null : Math.max(0, rssBytes - runtimeBytes),
      usageBytes,
      ceilingBytes
    },
    heap: profile === null ? null : listHeap(profile, options),
    heapIsEarly: heap === null && early !== null,
    goroutines: await goroutinesIn(folder, gaps, options),
    profiles: others.flat(),
    gaps
  };
}
async function openProfile(folder, name, gaps) {
  const bytes2 = await readBoundedBytes(join9(folder, name), maxUnpackedBytes);
  if (bytes2 === null) return null;
  const reading = readProfile(bytes2);
  if (reading.kind === "profile") return reading.profile;
  gaps.push(`${name} cannot be used: ${reading.because}`);
  return null;
}
async function goroutinesIn(folder, gaps, options) {
  const path = join9(folder, "goroutines.txt");
  try {
    if (!(await lstat3(path)).isFile()) return null;
    const reading = await readGoroutines(createReadStream2(path));
    gaps.push(...reading.gaps);
    return listGoroutines(reading.goroutines, options);
  } catch {
    return null;
  }
}
async function takenAt(folder, elapsedMs) {
  const record2 = parseStartRecord(await readBounded(join9(dirname4(folder), "start.json"), 1 << 20));
  const startedAt = Date.parse(record2?.startedAt ?? "");
  return elapsedMs === null || Number.isNaN(startedAt) ? null : new Date(startedAt + elapsedMs).toISOString();
}

// src/inspect/openable.ts
var maxEntries = 2e4;
var maxDepth3 = 12;
var wanted = /^core(?:\.(?:zst|gz)|\.\d+)?$|\.pprof$|^goroutines\.txt$/;
async function openableBelow(folder) {
  const found = [];
  let seen = 0;
  const visit = async (path, depth) => {
    const entries = await readdir4(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
      if (++seen > maxEntries) return;
      const child = join10(path, entry.name);
      if (entry.isFile() && wanted.test(entry.name)) found.push(child);
      if (!entry.isDirectory()) continue;
      if (await isSnapshot(child)) found.push(child);
      else if (depth < maxDepth3) await visit(child, depth + 1);
    }
  };
  await visit(folder, 0);
  return found;
}

// src/inspect/unpack-file.ts
import { spawn } from "node:child_process";
import { createReadStream as createReadStream3 } from "node:fs";
import { open as open3, statfs } from "node:fs/promises";
import { dirname as dirname5 } from "node:path";
import * as zlib from "node:zlib";
var maxWrittenBytes = 8 * 1024 ** 3;
var maxSizeBytes = 512 * 1024 ** 3;
var blockBytes = 64 * 1024;
async function unpackFile(source, format, target, { env, stop }) {
  const { bavail, bsize } = await statfs(dirname5(target));
  const room = Math.min(maxWrittenBytes, Math.floor(bavail * bsize * 0.9));
  const file = await open3(target, "wx", 384);
  const unpacking = openUnpacker(source, format, env);
  const abort = () => void unpacking.stream.destroy(new Error("it was stopped"));
  stop.addEventListener("abort", abort, { once: true });
  try {
    const problem2 = await writeWithHoles(unpacking.stream, file, room);
    const because = problem2 ?? await unpacking.failure;
    return because === null ? { kind: "unpacked" } : { kind: "refused", because };
  } catch (error) {
    unpacking.cancel();
    return { kind: "refused", because: await unpacking.failure ?? error.message };
  } finally {
    stop.removeEventListener("abort", abort);
    unpacking.cancel();
  }
}
function openUnpacker(source, format, env) {
  const inNode = format === "gzip" ? zlib.createGunzip() : zstdStream();
  if (inNode !== null) {
    const file = createReadStream3(source);
    file.once("error", (error) => inNode.destroy(error));
    inNode.once("close", () => file.destroy());
    const cancel2 = () => void inNode.destroy();
    return { stream: file.pipe(inNode), cancel: cancel2, failure: Promise.resolve(null) };
  }
  const child = spawn("zstd", ["-q", "-d", "-c", "--", source], {
    env,
    stdio: ["ignore", "pipe", "ignore"]
  });
  const failure = new Promise((resolve7) => {
    child.once("error", (error) => {
      resolve7(
        error.code === "ENOENT" ? "it is packed with zstd, which is not in PATH; install zstd, or unpack it yourself" : `zstd could not be started: ${error.message}`
      );
    });
    child.once("close", (code, signal) => {
      resolve7(code === 0 ? null : `zstd ended with ${signal ?? String(code)}`);
    });
  });
  const cancel = () => void child.kill("SIGKILL");
  return { stream: child.stdout, cancel, failure };
}
function zstdStream() {
  const create = zlib["createZstdDecompress"];
  return typeof create === "function" ? create() : null;
}
async function writeWithHoles(stream, file, room) {
  let position2 = 0;
  let written = 0;
  const zeros = Buffer.alloc(blockBytes);
  try {
    for await (const chunk of stream) {
      for (let at2 = 0; at2 < chunk.length; at2 += blockBytes) {
        const block = chunk.subarray(at2, at2 + blockBytes);
        if (block.equals(zeros.subarray(0, block.length))) continue;
        written += block.length;
        if (written > room)
          return `it unpacks to more than there is room for (${String(room)} bytes)`;
        await writeAll(file, block, position2 + at2);
      }
      position2 += chunk.length;
      if (position2 > maxSizeBytes) return `it unpacks to more than ${String(maxSizeBytes)} bytes`;
    }
    await file.truncate(position2);
    return null;
  } finally {
    await file.close();
  }
}
async function writeAll(file, block, position2) {
  let done = 0;
  while (done < block.length)
    done += (await file.write(block, done, block.length - done, position2 + done)).bytesWritten;
}

// src/inspect/inspect.ts
var whatCanBeOpened = "name a snapshot folder, a core, a profile (heap, goroutine, mutex, block) in pprof format, or a text with goroutines";
var maxListed = 12;
async function inspect(path, ports, options) {
  const stats = await stat7(path).catch(() => null);
  if (stats === null) throw refusal2(path, "there is no such file or folder");
  if (stats.isDirectory()) {
    const snapshot = await inspectSnapshot(path, options);
    return snapshot ?? inspect(await theOneBelow(path), ports, options);
  }
  if (!stats.isFile()) throw refusal2(path, "it is neither a file nor a folder");
  const folder = await inspectSnapshot(dirname6(path), options);
  return folder ?? inspectFile({ named: path, path, bytes: stats.size }, ports, options);
}
async function theOneBelow(folder) {
  const found = await openableBelow(folder);
  const [first] = found;
  if (first === void 0)
    throw refusal2(folder, "there is no snapshot, core or profile in this folder");
  if (found.length === 1) return first;
  const more = found.length > maxListed ? [`... and ${String(found.length - maxListed)} more`] : [];
  const list = [...found.slice(0, maxListed), ...more].map((item) => `
    ${item}`).join("");
  throw new InputError([
    { where: folder, what: "there is more than one thing to open", fix: `name one of:${list}` }
  ]);
}
async function inspectFile(file, ports, options) {
  const head2 = await readHead(file.path);
  const content = contentOf(head2);
  const inside = content === "gzip" ? contentOf(unpackedHead(head2)) : content;
  if (content === "zstd" || content === "gzip" && inside === "elf-core") {
    if (file.path !== file.named) throw refusal2(file.named, "it is packed more than once");
    return inspectFile(await unpacked(file, content, ports), ports, options);
  }
  switch (inside) {
    case "elf-core":
      return inspectCore(file.named, file.path, ports, options);
    case "text":
      return inspectText(file, content, options);
    case "binary":
      return inspectBinary(file, content, options);
    case "elf-program":
      throw refusal2(file.named, "it is a program, not a core");
    case "empty":
      throw refusal2(file.named, content === "empty" ? "it is empty" : "it cannot be unpacked");
    case "gzip":
    case "zstd":
      throw refusal2(file.named, "it is packed more than once");
  }
}
async function unpacked({ named: named3, path }, format, ports) {
  const target = join11(ports.scratch, "unpacked");
  const unpacking = await unpackFile(path, format, target, ports);
  if (unpacking.kind === "refused") throw refusal2(named3, unpacking.because);
  return { named: named3, path: target, bytes: (await stat7(target)).size };
}
async function inspectText({ named: named3, path }, content, options) {
  const { goroutines, gaps } = await readGoroutines(textStream(path, content)).catch(
    (error) => {
      throw refusal2(named3, `it cannot be read: ${error.message}`);
    }
  );
  if (goroutines.length === 0) throw refusal2(named3, "it is a text without goroutines");
  return { kind: "goroutines", path: named3, goroutines: listGoroutines(goroutines, options), gaps };
}
async function inspectBinary(file, content, options) {
  try {
    return await inspectProfile(file, options);
  } catch (noProfile) {
    return await inspectText(file, content, options).catch(() => {
      throw noProfile;
    });
  }
}
function textStream(path, content) {
  const file = createReadStream4(path);
  if (content !== "gzip") return file;
  const text = createGunzip2({ finishFlush: constants2.Z_SYNC_FLUSH });
  file.once("error", (error) => text.destroy(error));
  return file.pipe(text);
}
async function inspectProfile({ named: named3, path, bytes: bytes2 }, options) {
  if (bytes2 > maxUnpackedBytes)
    throw refusal2(named3, `it is larger than any profile (${String(maxUnpackedBytes)} bytes)`);
  if (options.filter.state !== void 0) {
    const fix = "leave it out, or open the goroutines.txt of the snapshot";
    throw new InputError([{ where: "--state", what: "a profile knows no states", fix }]);
  }
  const reading = readProfile(await readUpTo(path, maxUnpackedBytes));
  if (reading.kind === "refused") throw refusal2(named3, reading.because);
  return {
    kind: "profile",
    path: named3,
    profile: listProfile(reading.profile, options),
    heap: listHeap(reading.profile, options)
  };
}
function readHead(path) {
  return readUpTo(path, headBytes);
}
async function readUpTo(path, maxBytes2) {
  const file = await open4(path, "r").catch((error) => {
    throw refusal2(path, `it cannot be read: ${error.message}`);
  });
  try {
    const buffer = Buffer3.alloc(Math.min(maxBytes2, (await file.stat()).size));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
function refusal2(where, what) {
  return new InputError([{ where, what, fix: whatCanBeOpened }]);
}

// src/entry/inspect-command.ts
var textTop = 10;
var jsonTop = 100;
async function inspectCommand(path, flags, { cwd, ...ports }, page) {
  const options = { ...readFlags(flags), moduleDirectory: cwd };
  const scratch = await mkdtemp3(join12(tmpdir3(), "go-crash-guard-inspect-"));
  try {
    const inspection = await inspect(path, { ...ports, scratch }, options);
    return flags.json === true ? `${JSON.stringify(inspection, null, 2)}
` : renderInspection(inspection, page);
  } finally {
    await rm4(scratch, { recursive: true, force: true });
  }
}
function readFlags(flags) {
  const problems = [];
  const { top: given } = flags;
  if (given !== void 0 && !/^[1-9]\d{0,5}$/.test(given))
    problems.push({
      where: "--top",
      what: `"${given}" is no number of rows`,
      fix: "give a number from 1 to 999999, such as --top 30"
    });
  for (const name of ["state", "function", "package"])
    if (flags[name] === "")
      problems.push({
        where: `--${name}`,
        what: "it is empty",
        fix: "leave it out, or give a value"
      });
  let pattern;
  try {
    if (flags.function !== void 0) pattern = new RegExp(flags.function, "u");
  } catch (error) {
    problems.push({
      where: "--function",
      what: `it is no regular expression: ${error.message}`,
      fix: 'escape what is meant literally, such as --function "\\(\\*Server\\)\\.Serve"'
    });
  }
  if (problems.length > 0) throw new InputError(problems);
  return {
    filter: { state: flags.state, function: pattern, package: flags.package },
    top: given === void 0 ? flags.json === true ? jsonTop : textTop : Number(given)
  };
}

// src/entry/commands/inspect.ts
function addInspect(program3, terminal2) {
  program3.command("inspect").description("open a snapshot, a core, a profile or a text with goroutines").argument("<path>", "file, or folder of a snapshot").option("--state <text>", "only goroutines in a state with this in its name").option("--function <regexp>", "only stacks with a function that this matches").option("--package <path>", "only stacks through this package; PATH/... for those below it").option("--top <n>", "rows in each list").option("--json", "print JSON").action((path, flags) => inspect2(path, flags, terminal2));
}
async function inspect2(path, flags, terminal2) {
  const { write, cancellation } = terminal2;
  terminal2.listen();
  const ports = { env: process.env, cwd: process.cwd(), stop: cancellation.stop };
  try {
    write(await inspectCommand(path, flags, ports, terminal2.page()));
  } catch (error) {
    if (cancellation.requested() === null) throw error;
  }
  terminal2.endWell();
}

// src/entry/preflight-command.ts
async function preflightCommand(flags, run3, env, cwd) {
  const { directory, memoryLimit, coreDumps, sources } = await loadSettings({
    cwd,
    directory: flags.dir ?? "",
    directoryName: "--dir",
    config: flags.config ?? "",
    configName: "--config",
    layer: {
      values: definedOnly({ "memory-limit": flags.memoryLimit, "core-dumps": flags.coreDumps }),
      where: (key) => `--${key}`
    }
  });
  const go = await inspectGo(run3, directory, env);
  const machine = await readMachine(machinePorts(run3, env, "always"), go, directory);
  const ceiling = chooseCeiling(memoryLimit, machine.memory, sources["memory-limit"]);
  const { platform, version: nodeVersion } = process;
  return preflight({ go, platform, nodeVersion, machine, ceiling, coreDumps }, null);
}

// src/entry/commands/preflight.ts
function addPreflight(program3, terminal2) {
  program3.command("preflight").description("show what this machine and Go version allow, with a fix for each problem").option("--dir <dir>", "folder of the module (default: the current folder)").option("--config <file>", "settings file (default: DIR/.crash-guard.yml)").option("--memory-limit <limit>", "as for run").option("--core-dumps <mode>", "as for run").option("--json", "print JSON").action((flags) => preflight2(flags, terminal2));
}
async function preflight2(flags, terminal2) {
  const { write, paint, runCommand } = terminal2;
  const checks = await preflightCommand(flags, runCommand, process.env, process.cwd());
  write(flags.json ? `${JSON.stringify(checks, null, 2)}
` : renderChecks(checks, paint));
  process.exitCode = checks.some(({ status }) => status === "fail") ? exitCodes.fail : exitCodes.pass;
}

// src/entry/commands/report.ts
import { join as join13, resolve as resolve6 } from "node:path";

// src/entry/show-report.ts
function showReport(report, out, { write, paint }) {
  write(renderResult(report, { report: layout.report(out), summary: layout.summary(out) }, paint));
}

// src/entry/commands/report.ts
function addReport(program3, terminal2) {
  program3.command("report").description("make the report of a run whose supervisor died, from its run folder").argument("[dir]", "run folder", join13(".crash-guard", "out")).action((dir) => rebuild(dir, terminal2));
}
async function rebuild(dir, terminal2) {
  const out = resolve6(dir);
  await finishCores(out, process.env);
  const report = await makeReport(out, await loadCatalog(terminal2.catalogFile));
  if (report === null) {
    throw new InputError([
      { where: dir, what: "holds no run of go-crash-guard", fix: "name the folder given as --out" }
    ]);
  }
  showReport(report, out, terminal2);
  process.exitCode = exitCode(report, null);
}

// src/entry/git-source.ts
async function gitSource(run3, directory, env) {
  const result2 = await run3("git", ["rev-parse", "HEAD", "--symbolic-full-name", "HEAD"], {
    cwd: directory,
    env
  });
  const [sha, ref] = result2.kind === "exited" && result2.code === 0 ? result2.stdout.trim().split("\n") : [];
  return {
    module: null,
    repository: null,
    sha: sha ?? null,
    ref: ref?.startsWith("refs/") === true ? ref : null,
    event: null
  };
}

// src/entry/commands/run.ts
function addRun(program3, terminal2) {
  program3.command("run").description('run the tests (default packages: ./...); flags for go test go after "--"').argument("[packages...]", "package patterns").option("--dir <dir>", "folder of the module (default: the current folder)").option("--legs <list>", "ways to run the packages: race,memory or legs of the settings file").option("--out <dir>", "folder for the report and the records (default: DIR/.crash-guard/out)").option("--config <file>", "settings file (default: DIR/.crash-guard.yml)").option("--fail-on <list>", "what makes the run fail").option(
    "--timeout <duration>",
    "time that the tests of one package may take, as go test -timeout"
  ).option(
    "--memory-limit <limit>",
    "memory that everything a leg runs may use: 2GiB, 80% or off (default: 85%)"
  ).option("--core-dumps <mode>", "cores of crashing tests: auto, off or required").option(
    "--baseline <store>",
    "where the figures of earlier commits are kept: git, file:PATH or none (default: git)"
  ).option("--base <commit>", "compare heap usage with this commit").option("--heap-threshold <percent>", "how much more counts as grown (default: 5%)").option("--fresh", "run every test even if its result is cached").action((packages, flags) => run2(packages, flags, terminal2));
}
async function run2(packages, flags, terminal2) {
  const { write, paint, cancellation, runCommand, probeDirectory } = terminal2;
  const settings = await loadSettings({
    cwd: process.cwd(),
    directory: flags.dir ?? "",
    directoryName: "--dir",
    config: flags.config ?? "",
    configName: "--config",
    goTestWords: terminal2.goTestWords,
    ...flags.base === void 0 ? {} : { base: flags.base },
    layer: {
      values: definedOnly({
        packages: packages.length > 0 ? packages : void 0,
        legs: flags.legs?.split(","),
        out: flags.out,
        "fail-on": flags.failOn?.split(","),
        timeout: flags.timeout,
        "memory-limit": flags.memoryLimit,
        "core-dumps": flags.coreDumps,
        baseline: flags.baseline,
        "heap-threshold": flags.heapThreshold,
        fresh: flags.fresh
      }),
      where: (key) => key === "packages" ? "packages" : `--${key}`
    }
  });
  terminal2.listen();
  process.on("SIGHUP", () => {
    cancellation.request("SIGTERM");
  });
  const report = await guard(settings, {
    run: runCommand,
    env: process.env,
    probeDirectory,
    progress: terminalProgress({
      write,
      columns: () => process.stdout.isTTY ? process.stdout.columns : null,
      paint
    }),
    cancellation,
    source: await gitSource(runCommand, settings.directory, process.env),
    catalog: await loadCatalog(terminal2.catalogFile),
    heapPageDirectory: terminal2.heapPageDirectory,
    baseline: { event: null, remote: null, token: null, acceptedLabel: null }
  });
  showReport(report, settings.out, terminal2);
  process.exitCode = exitCode(report, cancellation.requested());
}

// src/entry/terminal.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var plainWidth = 120;
function openTerminal(places) {
  const { green, red, dim, bold } = import_picocolors.default;
  const paint = { good: green, bad: red, dim, bold };
  const cancellation = createCancellation();
  process.stdout.on("error", () => void 0);
  process.stderr.on("error", () => void 0);
  return {
    ...places,
    write: (text) => {
      process.stdout.write(text);
    },
    paint,
    page: () => ({ width: process.stdout.isTTY ? process.stdout.columns : plainWidth, paint }),
    cancellation,
    runCommand: commandRunner(cancellation.stop),
    listen() {
      for (const signal of ["SIGINT", "SIGTERM"]) {
        process.on(signal, () => {
          cancellation.request(signal);
        });
      }
    },
    endWell() {
      const cancelled = cancellation.requested();
      process.exitCode = cancelled === null ? exitCodes.pass : exitCodes[cancelled];
    }
  };
}

// src/cli.ts
var { own, goTest } = splitAtTerminator(process.argv.slice(2));
var terminal = openTerminal({
  probeDirectory: fileURLToPath(new URL("./probe/", import.meta.url)),
  catalogFile: new URL("./catalog.json", import.meta.url),
  heapPageDirectory: fileURLToPath(new URL("./heap-page/", import.meta.url)),
  goTestWords: goTest
});
var program2 = new Command("go-crash-guard").description("Runs the tests of a Go module under guard and says how every one of them ended.").version(version).exitOverride().showHelpAfterError("(see go-crash-guard --help)");
for (const add2 of [
  ...[addRun, addPreflight, addReport, addExplain, addInspect, addBundle, addAudit],
  ...[addCompare, addBaseline]
])
  add2(program2, terminal);
try {
  await program2.parseAsync(own, { from: "user" });
} catch (error) {
  process.exitCode = fail(error);
}
function fail(error) {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.pass : exitCodes.wrongInput;
  const { text, code } = describeFailure(error);
  process.stderr.write(`go-crash-guard: ${text}`);
  return code;
}
function splitAtTerminator(args) {
  const at2 = args.indexOf("--");
  return at2 < 0 ? { own: args, goTest: [] } : { own: args.slice(0, at2), goTest: args.slice(at2 + 1) };
}
