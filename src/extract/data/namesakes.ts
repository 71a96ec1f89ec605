// Countries whose name a state has as well, and words that tell in an article which is meant. Facts, written by hand.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** By the country's name: words of articles about the state, and of articles about the country. */
export const namesakes: ReadonlyMap<
  string,
  { readonly state: ReadonlySet<string>; readonly country: ReadonlySet<string> }
> = new Map([
  [
    'Georgia',
    {
      state:
        set(`Atlanta Savannah Augusta Macon Athens Columbus Marietta Decatur Fulton Gwinnett DeKalb Cobb Alabama Florida Tennessee
        Carolina Carolinas Mississippi Louisiana Texas Arizona Nevada Wisconsin Michigan Pennsylvania Virginia Ga. Gov. Sen. Rep.
        Senator Governor Republican Republicans Democrat Democrats Democratic GOP Medicaid FBI Confederate congressional
        congressman congresswoman Bulldogs Falcons Braves`),
      country:
        set(`Tbilisi Batumi Kutaisi Gori Poti Rustavi Mtskheta Zugdidi Abkhazia Abkhazian Ossetia Ossetian Adjara Georgians
        Russia Russian Russians Moscow Kremlin Armenia Armenian Azerbaijan Azerbaijani Turkey Turkish Caucasus Yerevan Baku
        Ukraine Moldova EU NATO Brussels lari Soviet`),
    },
  ],
]);
