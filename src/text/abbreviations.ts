// Abbreviations that end in a full stop, by what they tell of the place they stand at.

/** Before a name or a number: the sentence goes on. */
export const waitingAbbreviations: readonly string[] =
  'Mr Mrs Ms Dr Drs Messrs Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Cpl Capt Cmdr Maj Adm Brig Supt Insp Rev Hon St Sts Mt Ft No Nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Thu Thur Thurs Fri vs approx Attn Pvt eg ie cf esp ext'.split(
    ' ',
  );

/** After a name or a list: the sentence may end here as well. */
export const closingAbbreviations: readonly string[] =
  'Jr Sr Inc Corp Co Ltd LTD PVT Bros Esq Ph.D etc al Ave Blvd Rd'.split(' ');
