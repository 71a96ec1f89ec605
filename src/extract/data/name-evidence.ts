// Words beside a name that tell what kind of thing it names: nouns that only a company has, nouns that say what it is.
// Data; how much each counts is the matter of names/evidence.ts.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** After a name or its possessive, lemmas that only a body has: "Acme shares", "Acme's chief executive". */
export const ofBodies: ReadonlySet<string> = set(`
share stock shareholder investor executive ceo cfo coo chairman chairwoman chairperson board founder cofounder co-founder
director employee worker customer subscriber subsidiary profit revenue earnings boss striker midfielder goalkeeper
defender winger forward coach manager quarterback pitcher fullback commander lawmaker mp militant insurgent affiliate
correspondent editor staff insider player teammate`);

/** Who speaks for a body; for a person seldom. Lemmas. */
export const spokesmen: ReadonlySet<string> = set('spokesman spokeswoman spokesperson official');

/** After a possessive lemmas that only a body has; without it they say where: "the Lima headquarters". */
export const sitesOfBodies: ReadonlySet<string> = set(
  'headquarters factory plant store outlet branch shipment fan fleet website licence license client dealing',
);

/** Verbs whose object is often a body: "joined Acme". Lemmas. */
export const joinedVerbs: ReadonlySet<string> = set(
  'join advise represent found co-found own sponsor run manage coach',
);

/** What a company is as often as a person: "the ship's owner, Acme". Lemmas. */
export const alsoBodies: ReadonlySet<string> = set(`
owner co-owner maker manufacturer operator publisher sponsor host organiser organizer supplier contractor developer builder
buyer seller bidder lender creditor investor shareholder insurer landlord tenant carrier partner rival competitor member
predecessor successor client customer plaintiff defendant claimant donor`);

/** Before "of", "in", "at" or "for" and a name: "a stake in Acme", "shares of Acme". Lemmas. */
export const thingsOfBodies: ReadonlySet<string> = set(`
share stake stock shareholder investor executive ceo cfo chairman chairwoman chairperson board founder cofounder co-founder
employee customer subsidiary unit boss striker midfielder goalkeeper defender winger headquarters analyst economist
spokesman spokeswoman spokesperson strategist account deposit saver creditor`);

/** Nouns that say that a name is a body's: "the carmaker Acme", "Acme, a start-up". Lemmas. */
export const bodyKinds: ReadonlySet<string> = set(`
company firm carmaker automaker start-up startup bank lender insurer airline carrier retailer supermarket brewer miner
drugmaker chipmaker shipbuilder planemaker steelmaker manufacturer maker operator contractor builder utility developer
newspaper magazine daily weekly tabloid broadcaster network station channel website journal publisher agency think-tank
union federation confederation association alliance league club team charity foundation organisation organization ngo nonprofit
regulator watchdog ministry department party coalition movement group militia faction band orchestra university college
school hospital museum studio conglomerate corporation subsidiary giant consultancy brokerage fund exchange business chain
builder supplier exporter importer refiner watchmaker label agency consortium`);

/** Nouns that say that a name is a place's. Lemmas. */
export const placeKinds: ReadonlySet<string> = set(`
city town village hamlet suburb island province region district county port resort state capital neighbourhood
neighborhood municipality settlement river lake mountain volcano valley peninsula archipelago country republic`);

/** What is built or lies somewhere and is called by the place: "the Acme tunnel". Lemmas. */
export const placedThings: ReadonlySet<string> = set(
  'tunnel bridge dam valley pass reservoir gorge river canal highway motorway border crossing basin strait',
);

/** Nouns for what sails, flies or drives under a name of its own: no person, though it is called like one. Lemmas. */
export const vesselKinds: ReadonlySet<string> = set(`
ship vessel trawler ferry tanker freighter boat yacht submarine frigate destroyer warship carrier liner barge tug tugboat
icebreaker schooner lifeboat rocket spacecraft probe satellite lander rover telescope`);

/** Verbs that bodies do more than people, and places never: lemmas. */
export const bodyVerbs: ReadonlySet<string> = set(
  'acquire merge recall hire employ manufacture restructure insure lend',
);

/** Verbs whose object is a body more than anything else: "to buy Acme". Lemmas. */
export const boughtVerbs: ReadonlySet<string> = set(
  'buy acquire sue fine regulate bail nationalise nationalize privatise privatize',
);

/** Nouns whose "of", "for", "with" is a body's: "the takeover of Acme". Lemmas. */
export const boughtNouns: ReadonlySet<string> = set(
  'takeover acquisition purchase buyout bid merger offer lawsuit',
);

/** Last words that make several capitalised words a company. */
export const companyEndings: ReadonlySet<string> = set(`
Capital Foods Food Energy Rail Railways Steel Motors Motor Ventures Insurance Pictures Plastics Systems Labs Laboratories
Health Healthcare Holdings Technologies Technology Telecom Telecoms Communications Logistics Shipping Fisheries Oil Gas
Mining Minerals Metals Marine Stores Brewery Breweries Pharmaceuticals Pharma Pharmacies Semiconductor Semiconductors
Solutions Electric Electronics Chemicals Aerospace Cement Power Solar Robotics Software Networks Entertainment Records
Games Studios Publishing Books Magazine Realty Properties Investments Securities Management Consulting Analytics
Financial Finance Dynamics Resources Materials Brands Beverages Dairy Farms Textiles Apparel Automotive Biotech Genetics
Therapeutics Sciences Instruments Engineering Construction Builders Homes Hotels Resorts Travel Air Aviation Lines
Freight Couriers Fashion Cosmetics Retail Supermarkets Airlines Bancorp Equity Advisors Associates Brothers & Sons
Bau Holding Devices Werke Movies Tobacco Petroleum Petrochemicals Refining Pipelines Nuclear Renewables Wind Hydro Water Utilities`);

/** First words that make several capitalised words a body in other languages: "Banco", "Parti". */
export const bodyOpenings: ReadonlySet<string> = set(`
Banco Banca Banque Grupo Groupe Gruppo Société Societe Compagnie Compania Compañía Costruzioni Electricite Électricité
Deutsche Partido Parti Partito Partij Movimiento Mouvement Instituto Institut Istituto Universidad Université Universität
Università Hotel Radio Televisión Club Real Sporting Dinamo Dynamo Lokomotiv Athletic Atlético Atletico Maccabi Hapoel`);

/** Words of bodies that end as many names of buildings, offices and things: alone they tell nothing. */
export const alsoElse: ReadonlySet<string> = set(`
Station Museum Mosque Theatre Hospital Church School Center Centre Executive Commissioner Prosecutor Studio Exchange Monitor
Letter Star Standard Independent Express Mirror Morning Evening Review International Service Services Mission Movement Wing Works
Stock Post Channel Program Programme Reserve Club Trust Mail Resistance`);

/** Last words of streets, waters, buildings: with one before it that is no first name, a place. */
export const placeEndings: ReadonlySet<string> = set(`
Dock Docks Street Road Lane Avenue Square Bridge Airport River Lake Island Islands Bay Beach Valley Mountains Hills Forest
Stadium Arena Harbour Harbor Peninsula Coast Strait Canal County District Province Desert Plaza Terminal Tunnel Prison
Cathedral Gardens Heights Highway Airfield Port Oblast Prefecture Park Peak Falls Glacier Reef Basin Delta`);

/** Of them those that keep a title before a name as their own: "King George Dock". */
export const titledPlaces: ReadonlySet<string> = set(
  'Dock Airport Stadium Island Road Street Avenue Square Bridge Prison Park Hospital',
);

/** Offices that part two names which the head took for one: "Hull North MP Gavin Stobbs". No surnames. */
export const partingOffices: ReadonlySet<string> = set(`
${'ceo cfo coo'.toUpperCase()} MP MEP MSP TD President Premier Senator Secretary Minister Chairman Chairwoman Governor Mayor Ambassador
Spokesman Spokeswoman Coach Lawmaker Congressman Congresswoman Councillor`);

/** Words that open the name of a party, a federation or a channel and stand right before a country: "Forward Peru". */
export const openingsBeforeCountry: ReadonlySet<string> = set(`
Action Agreement Air Alliance Alternative Arise Athletics Awake Basketball Better Brave Change Courage Create Cricket Cycling
Dawn Defend Defending Development Faith Fair Football Forward Free Freedom Future Generation Good Great Gymnastics Healthy Homeland Honest
Hope Independent Invest Just Justice Leave Love Motherland Movement My New Netball One Onward Open Our Patriotic People Power
Progress Progressive Proud Radio Reconquer Renew Restore Rise Rowing Rugby Safe Sail Save Sell Solidarity Sport Stand Strong Stronger Swim
Swimming Team Tennis Together Transparency Triathlon True Trust United Unity Vision Visit Voice Volleyball Vote Wake Work Young`);

/** Offices of a place, lemmas: "the mayor of Lowgate". */
export const headsOfPlaces: ReadonlySet<string> = set(
  'mayor governor prefect bishop archbishop duke duchess earl sheriff resident inhabitant outskirt suburb',
);
