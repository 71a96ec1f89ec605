// More of what verbs say, as data: acts of states, courts, crowds and armies. Written along the categories of the CAMEO and
// PLOVER codebooks. Patterns read as in verbs.ts; besides, `threaten to … X` means whatever the infinitive is done to,
// `call-for [sanctions] on X` a noun after the verb's own preposition, `be-opposed to X` an adjective.
import type { VerbRule } from './verbs.ts';

/** A rule of which `patterns` are separated by semicolons. */
export const act = (
  predicate: string,
  patterns: string,
  matches: readonly string[],
  misses: readonly string[] = [],
  only?: VerbRule['only'],
): VerbRule => ({
  predicate,
  patterns: patterns.split(';').map((pattern) => pattern.trim()),
  matches,
  misses,
  ...(only === undefined ? {} : { only }),
});

const ties = '[ties|tie|relations|relation|contacts|links|cooperation|friendship|partnership]';
const aid =
  '[aid|assistance|help|relief|rescue|supplies|supply|food|medicine|goods|equipment|shipment|fuel|grain|blanket|tent|vaccine|humanitarian]';
const arms =
  '[weapons|weapon|arms|arm|tank|tanks|missile|missiles|ammunition|jet|jets|aircraft|helicopters|helicopter|rifle|shell|drone|drones]';
const forces =
  '[troops|troop|forces|force|soldiers|soldier|army|carrier|carriers|frigate|destroyer|warships|warship|ships|fleet|jets|aircraft|peacekeepers|peacekeeper|police|battalion|brigade|unit|units|tanks|missiles|patrol]';
const curbs = '[sanctions|sanction|embargo|embargoes|tariff|tariffs|penalty|penalties|boycott|blockade]';
const limits =
  '[curfew|restriction|restrictions|ban|bans|emergency|siege|law|curbs|curb|limit|limits|censorship|blockade|blockades|lockdown|measures|duty|duties|rule]';
const crowds =
  '[protest|protests|demonstration|demonstrations|rally|march|strike|strikes|sit-in|walkout|boycott|riot|riots|vigil|campaign|hunger]';
const probes = '[investigation|investigations|inquiry|probe|probes|inquest|hearing|hearings|trial]';

/** Every rule of this file. */
export const actRules: readonly VerbRule[] = [
  // Talks
  act(
    'MET_WITH',
    'meet; sit-down with X; hold [summit|session|audience] with X; gather with X; rendezvous with X; dine with X; be-due to … X',
    ['Anna Holt sat down with Omar Reyes.'],
    ['Chile met the deadline.'],
    'actor',
  ),
  act(
    'SPOKE_WITH',
    'discuss [*] with X; exchange [views|view|letters|letter|messages|message|words] with X; raise [*] with X; liaise with X',
    ['Anna Holt discussed the harvest with Omar Reyes.'],
    ['Anna Holt discussed the harvest.'],
    'actor',
  ),
  act(
    'HELD_TALKS_WITH',
    'resume|begin|start|open|continue|hold|renew [talks|talk|negotiations|negotiation|discussions|discussion|dialogue|consultations] with X; bargain with X; haggle with X',
    ['Chile resumed negotiations with Peru.'],
    ['Chile called for talks.'],
    'actor',
  ),
  act(
    'MEDIATED_FOR',
    'mediate [*] between X; broker [*] between X; facilitate [*] between X; negotiate [*] between X; arbitrate between X; shuttle between X; mediate',
    ['Norway brokered a truce between Chile and Peru.'],
  ),
  act(
    'VISITED',
    'arrive; tour [*] in X; pay [visit|call] to|on X; begin|start|make [visit|trip|tour] to|of|in X; call-in on X; stop-over in X; drop-in on X',
    ['Anna Holt began a visit to Peru.'],
    [],
    'place',
  ),

  act(
    'APPEARED_WITH',
    'accompany X; appear with|alongside|beside X; speak alongside|beside X; stand with|beside|alongside|next to X; pose with|alongside X; sit with|beside|next to X; travel with X; walk with|alongside X; share [stage|platform] with X; be-pictured with X; join X at|for',
    ['Anna Holt appeared alongside Omar Reyes.'],
    [],
    'person',
  ),

  // Agreement
  act(
    'AGREED_TO',
    "agree; accept X's; agree to X; agree on X; agree-on X; consent to X; consent; accept X; accede to X; accept [offer|proposal|invitation|plan|terms|deal|demand|mediation] of|from X",
    ['Chile agreed to buy a ship from Peru.', 'Chile accepted the plan.'],
    ['Chile rejected the plan.'],
  ),
  act(
    'AGREED_WITH',
    'reach|strike|make|clinch|forge|conclude|negotiate [agreement|deal|accord|pact|settlement|compromise|understanding|consensus|truce] with X; compromise with X; settle with X; come to [terms] with X',
    ['Chile struck a deal with Peru.'],
    [],
    'actor',
  ),
  act(
    'SIGNED_AGREEMENT_WITH',
    'sign|ratify|initial [agreement|deal|treaty|accord|pact|memorandum|contract|protocol|declaration|communique] with X; sign|ratify [agreement|deal|treaty|accord|pact|memorandum|contract|protocol|declaration]',
    ['Chile and Peru signed a treaty.', 'Chile signed a protocol with Peru.'],
    ['Chile tore up a treaty with Peru.'],
  ),
  act(
    'PROMISED',
    'promise; pledge; pledge X; pledge [*] to|for X; commit to X; vow; guarantee X; be-willing; be-ready; be-prepared; be-committed to X; undertake',
    ['Chile pledged to help Peru.', 'Chile is ready to pay.'],
    ['Chile threatened Peru.'],
  ),
  act(
    'OFFERED_TO',
    'offer [*] to X; offer X; offer; volunteer; extend [offer] to X; make [offer|overture|gesture] to X',
    ['Chile offered its ships to Peru.'],
    [],
  ),
  act(
    'PROPOSED_TO',
    'propose X; propose [*] to X; suggest [*] to X; submit [*] to X; put-forward X; table X',
    ['Chile proposed a plan to Peru.'],
  ),
  act(
    'ALLOWED',
    'allow X to; permit X to; let X; authorise X to; authorize X to; allow X; permit X; authorise X; authorize X; clear X to',
    ['Chile allowed Peru to use the harbour.'],
  ),

  // Support
  act(
    'SUPPORTED',
    'express [confidence|sympathy|solidarity|support|backing] for|in|with X; voice [support|sympathy|solidarity] for|with X; rally behind X; campaign for X; lobby for X; vote for X; uphold X; approve X; approve of X; ratify X; adopt X; favour X; favor X; be-supportive of X; be-sympathetic to X; throw [weight|support] behind X; stand-up for X; advocate X; advocate for X; champion X; endorse X; reaffirm [support] for X; give [support|backing|approval] to X; mobilise|mobilize [support] for X',
    ['Chile rallied behind Peru.', 'Chile approved the plan.'],
    ['Chile opposed Peru.'],
  ),
  act(
    'IMPROVED_TIES_WITH',
    `restore|establish|resume|normalise|normalize|upgrade|strengthen|improve|deepen|expand|forge|renew|reestablish|open ${ties} with X; restore|establish|resume|normalise|normalize|upgrade|strengthen|improve|deepen|expand|renew ${ties}; reconcile with X; open [embassy|consulate] in X`,
    ['Chile restored ties with Peru.', 'Chile and Peru restored diplomatic relations.'],
    ['Chile severed ties with Peru.'],
  ),

  // Concessions
  act(
    'LIFTED',
    `lift|ease|relax|remove|end|cancel|drop|abolish|rescind|suspend|waive|loosen|repeal|revoke|scrap ${curbs} on|against|in|for|from X; lift|ease|relax|remove|end|cancel|drop|abolish|rescind|suspend|waive|loosen|repeal|revoke|scrap ${limits} on|against|in|for|from X; lift|ease|relax|abolish|rescind|loosen|waive X`,
    ['Chile lifted sanctions on Peru.', 'Chile eased a curfew in Arica.'],
    ['Chile imposed sanctions on Peru.'],
  ),
  act(
    'CONCEDED_TO',
    'concede X; concede; give-in to X; give-in; back-down; back-down to X; relent; bow to X; accede to [demand|demands] of X; grant [autonomy|independence|amnesty|request|concessions|rights|right|recognition] to X; grant X; meet [demand|demands] of X; make [concession|concessions] to X; call-off [strike|strikes|protest|protests|boycott|offensive]; end [strike|boycott|protest]; reverse [decision|policy|course]; soften X; acquiesce to X; yield to X; yield; compromise; commute [sentence] of X',
    ['Chile granted autonomy to Arica.'],
    ['Chile refused.'],
  ),

  act('PARDONED', 'pardon X; forgive X; amnesty X; grant|give|offer [pardon|amnesty] to X', [
    'Chile pardoned Omar Reyes.',
    'Chile granted Omar Reyes a pardon.',
  ]),

  // Cooperation and aid
  act(
    'WORKED_WITH',
    'cooperate; cooperate in|on X; share [expertise|technology|knowledge|experience|costs|data] with X; team-up with X; coordinate with X; coordinate [*] with X; ally with X; build [*] with X; develop [*] with X; launch [project|venture|programme|program] with X; collaborate on X',
    ['Chile shared technology with Peru.'],
    [],
    'actor',
  ),
  act(
    'EXERCISED_WITH',
    'hold|conduct|stage|begin|launch|undertake [exercise|exercises|manoeuvres|maneuvers|drill|drills|patrol|patrols] with X; train with X; patrol with X',
    ['Chile held military exercises with Peru.'],
    [],
    'actor',
  ),
  {
    ...act(
      'HAD_TRADE_WITH',
      'import [*] from X; export [*] to X; sell [*] to X; buy [*] from X; purchase [*] from X; ship [*] to X',
      ['Chile exports copper to Peru.'],
      ['Gazprom was sold by Tesla to Chile.'],
    ),
    unnamed: true,
  },
  act(
    'AIDED',
    `send|provide|deliver|give|donate|supply|airlift|ship|distribute|pledge|bring|fly ${aid} to|for X; donate [*] to X; donate X; provide X with; supply X with; provide [*] for|to X; contribute [*] to X; contribute to X; evacuate X; rescue X; save X; feed X; treat X; relieve X; airlift X; train X; help X to; assist X in; help to … X; resettle X; rebuild X; vaccinate X; protect X; train X's; equip X's`,
    ['Chile donated food to Peru.', 'Chile evacuated the villagers.'],
    ['Chile bombed Peru.'],
  ),
  act('ARMED', `send|supply|deliver|sell|provide|give|ship|transfer ${arms} to X; supply X with; equip X`, [
    'Chile supplied tanks to Peru.',
  ]),
  act(
    'FUNDED',
    'fund X; give|lend|grant|pay|provide|send|release|loan|approve|disburse|extend [money|loan|loans|grant|credit|funds|fund|million|billion|dollars|cash|funding|subsidy] to|for X; invest in X; invest [*] in X; sponsor X; bail-out X; write-off [debt] of X',
    ['Chile lent money to Peru.'],
  ),
  act(
    'SHELTERED',
    'harbour X; harbor X; take-in X; grant|give|offer [asylum|refuge|shelter|citizenship|sanctuary] to X; host [refugees|refugee] from X',
    ['Chile offered refuge to Omar Reyes.'],
  ),

  // Retreat
  act(
    'WITHDREW_FROM',
    `withdraw|pull|evacuate|move ${forces} from|out of X; withdraw; pull-out; retreat; retreat to X; pull-back; withdraw ${forces}; pull-out ${forces}; evacuate X's; complete|begin|order|announce|speed|finish|start [withdrawal|pullout|retreat] of|from X; vacate X; abandon X; cede X; surrender X; surrender to X; surrender; demobilise X; disband X`,
    ['Chile withdrew its forces from Arica.', 'The rebels surrendered.'],
    ['Chile withdrew its complaint.'],
  ),
  act(
    'CEASED_FIRE_WITH',
    'declare|announce|observe|proclaim|implement|order|extend [ceasefire|cease-fire|truce|armistice|halt] with X; declare|announce|observe|proclaim|implement|order|extend [ceasefire|cease-fire|truce|armistice|fire]; stop [fighting]; halt|suspend|cease [fighting|offensive|attacks|hostilities|fire|bombing|operations] against|in X; halt|suspend|cease [fighting|offensive|attacks|hostilities|fire|bombing]',
    ['Chile declared a truce.'],
    ['Chile violated a truce.'],
  ),
  act(
    'RELEASED',
    'set-free X; hand-over X; give-back X; give-up X; return X to; relinquish X; repatriate X; hand-over [prisoners|prisoner|hostages|hostage|bodies|captives] to X; free X; let X go; return [prisoners|hostages|bodies|remains] to X',
    ['Chile freed the hostages.'],
  ),
  act(
    'DISARMED',
    'disarm; hand-in [weapons|weapon|arms]; lay-down [weapons|arms|arm]; dismantle [weapons|missiles|arsenal|missile]; destroy [weapons|stockpile|stockpiles|arsenal|missile]; decommission X',
    ['The rebels laid down their weapons.'],
  ),
  act(
    'ADMITTED',
    'grant|give|allow [access|entry|visa|passage] to|for X; open [border|borders|crossing|corridor|airspace] to|for|with X; let-in X; readmit X; allow [inspectors|monitors|observers|peacekeepers|inspection] into|in|to X',
    ['Chile opened its border to the inspectors.'],
  ),
  act(
    'RESIGNED_FROM',
    'resign; resign as X; step-down; step-down as X; step-aside; quit; bow-out; relinquish [office|post|power|presidency]; leave [office|post]; abdicate',
    ['Anna Holt resigned on Monday.'],
  ),

  // Requests
  act(
    'DEMANDED_OF',
    "demand X; demand X's; want X to; demand [*] from X; demand of X; insist on X; call-for X; call-for X's; call-for [*] from|by X; demand; press for X; push for X; push-for X's; seek X; seek [*] from X; order X's; push X; lobby X; petition X; press [*] on X; plead with X; plead for X; appeal for X; appeal-for [*] from X; campaign for X; pressure X to; summon X; give X until; sue for [peace] with X",
    ['Chile demanded an apology from Peru.', 'Chile called for elections in Peru.'],
    ['Chile met the demands of Peru.'],
  ),
  act('URGED', 'urge X to; plead with X; lobby X; push X to; call on|upon X; advise X to; prod X; beg X', [
    'Chile pushed Peru to sign.',
  ]),
  act('ORDERED', 'order X; mandate X; instruct X to; command X to', ['The court ordered Omar Reyes to pay.']),
  act(
    'ASKED',
    'seek [help|aid|support|assistance|asylum|approval|mediation|advice] from|of X; ask X for; request X; request [*] from X; request of X; apply to|for X; ask for X; solicit X; ask for [*] from X',
    ['Chile sought help from Peru.'],
  ),

  // Disapproval
  act(
    'CRITICIZED',
    "complain about|of|over X; protest to X; deplore X; lament X; regret X; assail X; decry X; disapprove of X; express [concern|outrage|regret|anger|dismay|disappointment|alarm|displeasure|disapproval] over|about|at|with X; voice [concern|outrage|anger|dismay|alarm] over|about|at X; take [issue] with X; be-critical of X; be-concerned about|over X; be-outraged at|by X; fault X; question X's; vilify X; attack X for; rail against|at X; inveigh against X; speak-out against X; lodge|file [protest|complaint] with|against X; denounce X; label X; brand X; describe X as terrorist|criminal|aggressor",
    ['Chile expressed concern over Peru.', 'Chile deplored the raid.'],
    ['Chile hailed the raid.'],
  ),
  act(
    'ACCUSED',
    'accuse X of; suspect X of; charge that; implicate X; allege; finger X; claim that; level|make [accusation|accusations|allegation|allegations|charge|charges] at|against X; find X guilty',
    ['Chile accused Peru of fraud.'],
    ['Chile cleared Peru of fraud.'],
  ),
  act(
    'CHARGED',
    'file|bring|lay|press [charges|charge|indictment] against X; issue [warrant|warrants] for|against X; put X on trial; try X for; arraign X; indict X; prosecute X; impeach X',
    ['The court filed charges against Omar Reyes.'],
    ['The court dropped charges against Omar Reyes.'],
  ),
  act(
    'INVESTIGATED',
    `investigate; open|launch|begin|start|conduct|order|lead|announce|hold ${probes} into|against|of|on|over X; open|launch|begin|conduct|order ${probes}; examine X; scrutinise X; scrutinize X; inspect X; monitor X; look-into X; inquire into X; interrogate X; question X; dispatch|send|deploy [inspectors|inspector|investigators|investigator|monitors|observers] to|into X; audit X; subpoena X`,
    ['Chile launched an inquiry into Gazprom.', 'Chile sent inspectors to Peru.'],
    ['Chile closed an inquiry.'],
  ),
  act('SUED', 'bring|file|launch|lodge [suit|lawsuit|case|complaint|petition|appeal] against X', [
    'Greenpeace filed a lawsuit against Gazprom.',
  ]),

  // Refusals
  act(
    'REJECTED',
    "reject X; refuse to … X; refuse X; refuse; decline to … X; decline X; deny X; rule-out X; dismiss X; rebuff X; spurn X; turn-down X; shrug-off X; brush-aside X; refuse X's; block X; block X's; vote against X; vote-down X; walk-out of X; resist X; resist X's; disregard X; be-unwilling to … X; be-reluctant to … X; turn-away X; scuttle X; stonewall X; shun X; snub X; repudiate X; contradict X",
    ['Chile refused to release the ship.', 'Chile dismissed the plan.'],
    ['Chile accepted the plan.'],
  ),
  act(
    'OPPOSED',
    "be-opposed to X; be-opposed to X's; be-against X; object; object to X; stand against X; come-out against X; protest-against X; speak against X; defy X; thwart X; obstruct X; obstruct X's",
    ['Chile is opposed to the plan.'],
  ),
  act('VETOED', 'veto X', ['Chile vetoed the draft.']),

  // Threats
  act(
    'THREATENED',
    'threaten to … X; threaten [*] against|on|to X; threaten X with; threaten; vow [revenge|retaliation|vengeance] against|on X; vow [revenge|retaliation|vengeance]; issue|give|deliver|set [threat|threats|ultimatum|deadline|warning] to|against|for X; menace X; intimidate X; be-ready to [attack] X',
    ['Chile threatened to invade Peru.', 'Chile gave an ultimatum to Peru.'],
    ['Chile offered to help Peru.'],
  ),
  act('WARNED', 'warn; warn of X; warn against X; warn X against; caution X against; alert X', [
    'Chile warned of a flood.',
  ]),

  // Protest
  act(
    'PROTESTED_AGAINST',
    `protest; protest X; protest at|over|against|about X; protest outside X's; rally outside X's; demonstrate outside X's; demonstrate; demonstrate against|over|at X; rally against|over X; rally; march; march against|on X; riot; riot against|over X; stage|hold|begin|launch|organise|organize|join|lead|mount|call|start ${crowds} against|over|at|outside X; stage|hold|begin|launch|organise|organize|join|lead|mount|start ${crowds}; take to streets; walk-out; go on strike; go on rampage; burn [flag|flags|effigy|effigies|tyre|tire]; block|blockade|obstruct [road|roads|street|streets|highway|traffic|border|crossing|entrance|bridge|railway]; barricade X; picket X; chant [slogan|slogans]; throw|hurl [stone|stones|rock|rocks|bottle|bottles|egg|eggs] at X; throw|hurl [stone|stones|rock|rocks|bottle|bottles|egg|eggs]; boo X; heckle X; shun [work]; revolt; revolt against X; rebel against X; petition against X; sign [petition]; collect [signature|signatures]`,
    ['Farmers demonstrated against the plan.', 'Miners began a strike.'],
    ['Farmers hailed the plan.'],
  ),
  act('BOYCOTTED', "boycott X; boycott X's; boycott", ['Farmers boycotted the vote.']),
  act(
    'STRUCK_AGAINST',
    'stop [work] in X; down [tools|tool]; strike over|against|for X',
    ['Miners struck over pay.'],
    ['Miners struck gold.'],
  ),

  // Reduced relations
  act(
    'SANCTIONED',
    `impose|slap|tighten|extend|reimpose|introduce|approve|adopt|maintain ${curbs} on|against X; impose|slap|tighten|extend|reimpose ${curbs}; embargo X; freeze [asset|assets|account|accounts] of X; freeze X's; be-subject to [sanctions]`,
    ['Chile slapped tariffs on Peru.'],
    ['Chile eased sanctions on Peru.'],
  ),
  act(
    'CUT_OFF',
    `suspend|cut|halt|reduce|freeze|stop|withhold|prohibit|end|block|slash|curtail|cancel [aid|assistance|supplies|supply|trade|loan|loans|funding|exports|export|imports|import|shipments|shipment|deliveries|delivery|contract|contracts|sales|sale|investment|visas|visa|flights|flight|gas|oil] to|from|for|with|of X; deny [entry|visa|access|aid|credit] to X; prohibit X; close|shut|seal [border|borders|embassy|consulate|crossing|airspace|office] with|in|to|of X; close|shut|seal [border|borders|embassy|consulate|airspace|crossing|crossings]`,
    ['Chile cut aid to Peru.', 'Chile closed its border with Peru.'],
    ['Chile resumed aid to Peru.'],
  ),
  act(
    'CUT_TIES_WITH',
    `cut|sever|suspend|break|break-off|downgrade|freeze|end|terminate|halt ${ties} with|to X; break with X; suspend|halt|break-off|end|cancel|call-off|postpone [talks|talk|negotiations|negotiation|mediation|dialogue|cooperation] with|among|between X; suspend|halt|break-off [talks|negotiations|mediation]; recall [ambassador|envoy|diplomats|ambassadors] from|to X; withdraw [ambassador|envoy|recognition] from X; scrap [treaty|accord|agreement|pact|deal] with X; pull-out of [treaty|talks|pact]; renounce X; abrogate X`,
    ['Chile recalled its ambassador from Peru.'],
  ),
  act(
    'EXPELLED',
    'throw-out X; kick-out X; force-out X; force X out; drive-out X; exile X; strip [*] from X; suspend X from; exclude X; exclude X from; evict X',
    ['Chile threw out the diplomats.'],
  ),
  act('CONVICTED', 'find X guilty; condemn X to; sentence X to; rule against X; overturn X', [
    'The court ruled against Gazprom.',
  ]),
  act(
    'DISMISSED',
    'dismiss X; fire X; sack X; impeach X; oust X; topple X; overthrow X; depose X; lay-off X; unseat X; remove [*] from office',
    ['Chile toppled Omar Reyes.'],
  ),

  // Shows of force
  act(
    'DEPLOYED_TO',
    `deploy|send|dispatch|station|move|rush|mass|position|redeploy|order|fly ${forces} to|in|into|on|along|near|across|at|around|off X; deploy|send|dispatch|station|mass|redeploy|reinforce|strengthen|increase ${forces}; keep|have|maintain|base [troops|troop|soldiers|soldier|forces|force|peacekeepers|peacekeeper] in|at|on X; deploy X; reinforce|strengthen|beef-up|increase|bolster ${forces} in|at|on|along|near X; be-alert; put [*] on alert; remain on alert; go on alert; place [*] on alert`,
    ['Chile massed troops along the border.', 'Chile sent warships to Arica.'],
    ['Chile withdrew its troops from Arica.'],
  ),
  act(
    'MOBILIZED_AGAINST',
    'mobilise X; mobilize X; mobilise; mobilize; call-up [reserve|reserves|reservist|reservists]; test-fire X; test [missile|missiles|bomb|weapon|weapons|rocket]; launch|fire|test|conduct [satellite|test]; raise [alert|readiness]; conduct|hold|stage|begin [exercise|exercises|manoeuvres|maneuvers|drill|drills]; prepare for [war|invasion|attack] against|on X; arm; rearm; parade X',
    ['Chile called up reservists.', 'Chile tested a missile.'],
  ),

  // Repression
  act(
    'RESTRICTED',
    `impose|declare|extend|reimpose|tighten|introduce|announce|order|enforce ${limits} on|in|against|over|for X; impose|declare|extend|reimpose|tighten|introduce|enforce ${limits}; seal-off X; cordon-off X; quarantine X; restrict X; curb X; curtail X; limit X; prevent X from; prevent X; stop X from; block X from; confine X to; forbid X; forbid X to; ban [*] from X; disperse X; break-up X; segregate X; discriminate against X`,
    ['Chile imposed a curfew in Arica.', 'Chile declared a state of emergency.'],
    ['Chile lifted a curfew in Arica.'],
  ),
  act(
    'REPRESSED',
    'crack-down on X; repress X; suppress X; persecute X; oppress X; crush X; quell X; put-down [revolt|rebellion|uprising|protest]; purge X; fire [gas] at|on X; use [gas|force|cannon|violence] against|on X; launch [crackdown] on|against X; intimidate X',
    ['Chile cracked down on the miners.'],
  ),
  act(
    'ARRESTED',
    'catch X; nab X; recapture X; hold X',
    ['Police caught Omar Reyes.', 'Rebels have held Omar Reyes since May.'],
    ['Police caught a cold.', 'Rebels hold Omar Reyes responsible.', 'Anna Holt held Omar Reyes’s hand.'],
    'person',
  ),
  act(
    'ARRESTED',
    'arrest; round-up X; take X into custody; place X under arrest; put X under arrest; jail X; imprison X; intern X; hold X captive; hold X prisoner; hold X in custody; hold X in detention; keep X in detention',
    ['Chile rounded up the miners.', 'Chile held Omar Reyes in custody.'],
    ['Omar Reyes held a long phone call with Anna Holt.'],
  ),
  act(
    'SEIZED',
    'confiscate [*] from X; seize [*] from X; nationalise X; nationalize X; expropriate X; commandeer X; loot X; ransack X; plunder X; take-over X; intercept X; hijack X; impound X; capture X',
    ['Chile nationalised the mine.'],
  ),
  act(
    'RAIDED',
    'raid X; search X; storm X; conduct|carry-out|launch [raid|raids|search|searches] on|in|against|of X',
    ['Police raided the mine.'],
  ),
  act(
    'BANNED',
    'ban X from; bar X from; outlaw X; proscribe X; criminalise X; criminalize X; dissolve X; disqualify X; shut-down X; suspend [party|newspaper|group|station|licence|license]',
    ['Chile outlawed the group.'],
  ),
  act(
    'CENSORED',
    'censor X; gag X; jam X; block [access|website|site|broadcast|signal|internet] to|of|in X; block [website|websites|site|internet|broadcast]; shut|close [newspaper|station|paper|channel|website]',
    ['Chile blocked the website.'],
  ),
  act(
    'BLOCKADED',
    'cut-off X; cut-off [power|water|electricity|gas|food|supply|supplies] to X; cut|withhold [power|water|electricity|food|fuel|medicine] to|from X; besiege X; encircle X; surround X; isolate X; starve X',
    ['Chile cut off water to Arica.'],
  ),
  act(
    'HACKED',
    'breach X; launch [cyberattack] on|against X; attack [website|network|computer|computers|server|servers] of|in X; steal [data] from X; spy on X; wiretap X',
    ['Chile spied on Peru.'],
  ),
  act('DEPORTED', 'deport X to; send-back X; send X back; turn-back X; repatriate X', [
    'Chile sent back the miners.',
  ]),

  // Violence
  act(
    'ATTACKED',
    `attack; assault X; ambush X; strike X; hit X; target X; pound X; open [fire] on|at X; open [fire]; fire at|on|into X; shoot at X; launch|mount|stage|carry-out|conduct|begin|renew|resume [attack|attacks|assault|assaults|offensive|strike|strikes|raid|raids|operation|operations|campaign|ambush|fire] against|on|in|at|into X; wound X; injure X; hurt X; stab X; beat X; beat-up X; violate [ceasefire|cease-fire|truce|airspace|border]; violate [ceasefire|truce|airspace|border|sovereignty] of|with|in X; set-upon X; clash; fire X on; engage in [fighting|cleansing|battle|violence|hostilities] against|in|with X; burn X; set [fire] to X; torch X; vandalise X; vandalize X`,
    ['Rebels ambushed the convoy.', 'Rebels opened fire on the miners.'],
    ['Rebels hailed the miners.'],
  ),
  act(
    'BOMBED',
    "shell X; bomb; bombard X; rocket X; mortar X; launch|fire|rain|drop|lob [missile|missiles|rocket|rockets|drone|drones|shell|shells|mortar|mortars|artillery|bomb|bombs|projectile] at|into|on|against|in|toward|towards|over X; detonate|explode|plant|set-off [bomb|bombs|explosive|explosives|mine|device] in|at|near|outside X; shoot-down X's; down X's; blow-up X; explode in|at|near|outside X; go-off in|at|near|outside X; shoot-down X; sink X; blast X",
    ['Rebels fired rockets at Arica.', 'A bomb exploded in Arica.'],
  ),
  act(
    'FOUGHT_WITH',
    'fight; clash with X; battle with|against X; skirmish with X; exchange [fire] with X; trade [fire|blows] with X; wage [war] on|against|with X; go to war with X; be-war with X; declare [war] on|against X; engage X; capture [stronghold|town|city|village|base|post|territory|hill|area] from|of|in X; repel X; repulse X; overrun X; advance on|into|toward|towards X; push into X',
    ['Rebels skirmished with the army.', 'Chile declared war on Peru.'],
  ),
  act(
    'KILLED',
    'kill; shoot X; shoot X dead; gun-down X; slay X; massacre X; slaughter X; behead X; hang X; lynch X; burn X to death; claim [life|lives] of X; die in X; shoot-dead X; strangle X; poison X; execute X; assassinate X; be-responsible for [death|deaths] of X',
    ['Rebels gunned down the miners.'],
    ['The miners slept.'],
  ),
  act(
    'ABDUCTED',
    'kidnap X; abduct X; take X hostage; hold X hostage; hijack X; seize [hostage|hostages]; snatch X',
    ['Rebels kidnapped the miners.'],
  ),
  act(
    'TORTURED',
    'torture X; abuse X; rape X; maltreat X; mistreat X; ill-treat X; molest X; mutilate X; assault X sexually; whip X; flog X',
    ['Rebels tortured the miners.'],
  ),
  act(
    'DESTROYED',
    'destroy X; demolish X; raze X; flatten X; wreck X; bulldoze X; damage X; level X; sabotage X; blow-up [bridge|house|pipeline|building]',
    ['Rebels wrecked the bridge.'],
  ),
];

const passively = (
  predicate: string,
  patterns: string,
  matches: readonly string[],
  only?: VerbRule['only'],
): VerbRule => ({
  ...act(predicate, patterns, matches, [], only),
  passive: true,
});

/** What a verb in the passive says of its subject: "is based in". */
export const passiveRules: readonly VerbRule[] = [
  passively('BASED_IN', 'base in|at X; headquarter in|at X', ['Greenpeace is based in Lima.'], 'place'),
  passively('WAS_IN', 'hold in|at X', ['Omar Reyes is being held in Lima.'], 'place'),
  passively('VISITED', 'expect in|at X', ['Anna Holt is expected in Lima on Friday.'], 'place'),
  passively('LOCATED_IN', 'locate in|at X; situate in|on|at X', ['The mine is located in Peru.'], 'place'),
  passively('MARRIED_TO', 'marry to X', ['Anna Holt is married to Omar Reyes.'], 'person'),
  passively(
    'APPEARED_WITH',
    'photograph with|alongside|beside X; picture with|alongside|beside X; accompany with X',
    ['Anna Holt was photographed with Omar Reyes.'],
    'person',
  ),
];
