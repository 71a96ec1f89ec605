// Short forms of given names that English-language news uses, each with the names that it stands for.

/** By short form, the full given name; lower-cased. A form that stands for several names stands for none here. */
export const nicknames: ReadonlyMap<string, string> = new Map(
  `abe=abraham al=albert alec=alexander andy=andrew art=arthur barb=barbara becky=rebecca ben=benjamin bernie=bernard
   bill=william billy=william bob=robert bobby=robert brad=bradley cathy=catherine charlie=charles chuck=charles cindy=cynthia
   cliff=clifford dan=daniel danny=daniel dave=david debbie=deborah deb=deborah dick=richard don=donald donny=donald doug=douglas
   ed=edward eddie=edward fred=frederick gabe=gabriel gene=eugene geoff=geoffrey greg=gregory hank=henry harry=henry ike=dwight
   jake=jacob jeff=jeffrey jen=jennifer jenny=jennifer jerry=gerald jim=james jimmy=james joe=joseph joey=joseph johnny=john
   josh=joshua judy=judith kate=katherine kathy=katherine katie=katherine ken=kenneth kenny=kenneth larry=lawrence len=leonard
   liz=elizabeth lizzie=elizabeth lou=louis maggie=margaret matt=matthew meg=margaret mick=michael mike=michael mitch=mitchell
   nate=nathaniel ned=edward nick=nicholas norm=norman pam=pamela pat=patrick patty=patricia peggy=margaret pete=peter phil=philip
   ray=raymond rich=richard rick=richard rob=robert rod=rodney ron=ronald ronny=ronald russ=russell sandy=sandra stan=stanley
   steve=steven stu=stuart sue=susan ted=theodore teddy=theodore terry=terence tim=timothy tom=thomas tommy=thomas tony=anthony
   trish=patricia vince=vincent walt=walter wes=wesley will=william zach=zachary`
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]),
);
