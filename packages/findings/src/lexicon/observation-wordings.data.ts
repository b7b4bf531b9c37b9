/** Further wordings of the observations, and narrower concepts, in the form of `observationTable`. */
export const observationWordings = `
# General
+enhancement : uptake|take up gadolinium|takes up gadolinium|taking up contrast|taking up gadolinium|takes up contrast medium|take up contrast|accumulate contrast|accumulating contrast|uptake of gadolinium|contrast medium accumulation|accumulation of contrast|gadolinium positive|contrast avid|enhance avidly|inflammatory activity|current inflammatory activity|sign of activity|disease activity|active inflammatory lesion|barrier disturbance|barrier disruption|barrier breakdown
+restricted-diffusion : diffusion ~ restrict|restriction of diffusion|impaired diffusion|diffusion impairment|dwi signal|high dwi signal|hyperintense on dwi|bright on dwi|bright on diffusion|hyperintense on diffusion|adc reduction|adc ~ reduce|adc ~ low|adc ~ decrease|reduced adc|dwi positive|diffusion positive|diffusion lesion|dwi lesion|cytotoxic edema|lowered adc|adc lowering
+signal-change : abnormal ~ signal|signal ~ abnormal|altered ~ signal|signal ~ altered|signal inhomogeneity
+signal-low : signal reduction|signal decrease|reduction of signal|reduced ~ signal
+metastasis : filia|secondary lesion
+hemorrhage : blood degradation product
+scar : scar formation|scarring
+tear : interruption|interrupted|lacerated|laceration|loss of continuity|not continuous|rent|fissured tendon|not in continuity|continuity ~ lost|continuity ~ interrupt|fibers ~ interrupt|rupture of
+effusion : excess fluid|distended joint|joint distension|fluid distension of the joint|joint ~ distend|increased fluid ~ joint
+synovitis : inflamed synovium|hypertrophic synovium|synovial reaction|villous synovium|synovial inflammation
+loose-body : free body|intra articular body|osteochondral body|free fragment in the joint|intra articular fragment|loose fragment|free intra articular body|corpus liberum
+bursitis : thickened bursa|bursal thickening|thickening ~ bursa|bursa ~ thicken
+atrophy : loss of muscle bulk|muscle volume ~ reduce|muscle volume ~ loss|atrophied|bulk ~ reduce|loss of muscle volume|reduction of muscle bulk
+fatty-infiltration : fatty streaks|fat streaks|fatty transformation|lipomatous degeneration|fatty muscle infiltration|lipomatous atrophy|fatty involution|fatty muscle atrophy|fatty streaking
+occlusion : end abruptly|ends abruptly|abrupt end|abrupt termination|terminate abruptly|terminates abruptly|break off|breaks off|abrupt stop|abrupt cut off|abrupt cutoff|stop abruptly|stops abruptly|end ~ abrupt|terminat ~ abrupt
+dislocation : out of the groove|displaced from the groove|displaced out of the groove|medially displaced from the groove
+tendinosis : tendonopathy|tendon swelling|swollen tendon|insertional change|signal enhanced tendon|tendon ~ swollen|tendon ~ swell
+calcific-tendinitis : calcareous deposit|calcific tendinosis|calcareous tendinitis
+tenosynovitis : sheath ~ distend|tenosynovial fluid|tenosynovial thickening|inflamed tendon sheath|fluid filled tendon sheath
+sprain : low grade injury|elongation injury|partial fiber injury|grade 1 injury|grade i injury|grade 2 injury|grade ii injury
+marrow-edema : intraosseous edema|trabecular edema|edema of the spongiosa|edema ~ spongiosa|edema ~ subchondral
+contusion : contusional edema|traumatic marrow edema|traumatic bone marrow edema|contusion edema
+fracture : cortical interruption|step in the cortex|cortical step|cortical disruption|infraction|interruption of the cortex
bone-fragment < fracture #fracture !2 @bone : bony fragment|bone fragment|osseous fragment|bone chip|avulsed fragment|bony avulsion|osseous avulsion|cortical fragment|avulsed bone|bony flake
+stress-fracture : overload reaction|bone stress|bony overload|stress edema
+avascular-necrosis : non viable|nonviable|nonvital|non vital|devitalised|devitalized|avital|avascular change|loss of vitality
+collapse : head ~ flatten|femoral head flattening|flattening of the head|broken in|articular surface ~ collapse|subchondral fracture with collapse|flattening ~ femoral head
+transient-osteoporosis : bmes|algodystrophy|transient osteopenia|transient osteoporosis of the hip
+synovial-cyst : juxta articular cyst|juxtaarticular cyst|ganglion cyst of the facet|ganglion of the facet joint
+elongation : lengthening
+geode : subchondral cystic change|degenerative subchondral cyst
uncarthrosis < osteoarthritis #oa !1 @uncovertebral : uncarthrosis|uncovertebral arthrosis|uncovertebral osteoarthritis|uncovertebral arthropathy
spondylarthrosis < osteoarthritis #oa !1 @facet : spondylarthrosis|spondyloarthrosis|spondylarthrotic
gonarthrosis < osteoarthritis #oa !1 @knee : gonarthrosis|pangonarthrosis
coxarthrosis < osteoarthritis #oa !1 @hip : coxarthrosis
omarthrosis < osteoarthritis #oa !1 @glenohumeral : omarthrosis
rhizarthrosis < osteoarthritis #oa !1 @first-cmc : rhizarthrosis
retropatellar-arthrosis < osteoarthritis #oa !1 @patellofemoral : retropatellar arthrosis
+osteoarthritis : oa|degenerated joint|arthrotic change
+postoperative : tendon repair|anchors in place|suture anchor

obstruction !2 : obstruction|obstructed|outflow obstruction

# Brain
+lacune : lacuna|lacunae|lacunar focus|lacunar ischemia
+brain-atrophy : cerebral volume ~ reduce|brain volume ~ reduce|outer csf space ~ widen|outer csf space ~ enlarge|outer csf space ~ wide|external csf space ~ widen|external csf space ~ enlarge|cortical thinning|sulcus ~ wide|brain shrinkage
+small-vessel-disease : age related white matter lesion|arteriolosclerosis|small vessel type change|small vessel type lesion|vascular encephalopathy|svd|microvascular focus|microvascular lesion|vascular white matter lesion|vascular gliosis
+demyelination : encephalomyelitis disseminata|disseminated encephalomyelitis|ovoid lesion perpendicular|inflammatory plaque|inflammatory demyelinating lesion|inflammatory cns disease|inflammatory lesion pattern|ms pattern|plaques of ms|demyelinating focus
+infarct : acute ischemic change|acute ischemic focus|embolus|embolic lesion|embolism|ischemic focus|territorial infarct
+old-infarct : post ischemic lacuna|old lacuna|lacunar scar|lacunar residue|postischemic lacuna|postischemic lacunae|chronic lacuna|remote ischemic insult|residua of infarct|sequela of infarct|sequelae of infarction|chronic ischemic defect|infarct scar|old ischemic change|residual defect after infarct|chronic ischemia|old ischemia
+microbleed : blooming|blooming artifact|punctate susceptibility|hemosiderin focus|blooming focus|small hemosiderin deposit|focal susceptibility artifact|microhemorrhagic focus
+glioma : astrocytic tumor|oligodendroglial tumor|high grade glial tumor
+meningioma : dura based mass|dura based tumor|meningeal mass|extra axial meningeal mass
+hydrocephalus : csf circulation disorder|csf outflow obstruction
+sinus-disease : inflammatory changes of the sinuses|sinonasal inflammation|pansinusitis|inflamed sinuses|polypoid mucosa|mucosa ~ swollen|mucosa ~ thick
+retention-cyst : mucous cyst|submucosal cyst|antral cyst
+tonsillar-ectopia : ectopia of the tonsils|tonsil ~ low position|tonsil ~ descent|tonsils reach below
+arachnoid-cyst : csf cyst|csf isointense cyst
+empty-sella : sella ~ filled with csf|csf filled sella|sella ~ csf|sella ~ empty|csf ~ sella
+cavernoma : popcorn like lesion|popcorn like
+dva : anomalous vein
+encephalomalacia : post traumatic defect|cystic defect|parenchymal scar|cystic parenchymal defect|gliotic scar
+mass-effect : compression of the ventricle|compression of the lateral ventricle|compresses the ventricle|ventricle ~ compress

# Spine
+epidural-disease : extension into the spinal canal|extension into the canal|intraspinal extension|intraspinal tumor|intraspinal component|tumor in the spinal canal|tumor extension into the canal|growth into the spinal canal|spread into the spinal canal|epidural soft tissue|soft tissue in the epidural space|soft tissue component in the epidural space|epidural component
+disc-sequestration : free disc fragment|detached disc fragment|sequestrated herniation|sequestrated type herniation
+disc-herniation : slipped disc|pid|npp|disc prolapse|prolapse of the disc
+disc-degeneration : disc signal ~ reduce|disc signal ~ loss|reduced disc signal|decreased disc signal|loss of water content|loss of hydration|disc ~ degenerate|reduced signal of the disc|disc ~ lost signal|disc signal ~ decrease|chondrosis of the disc|degenerated ~ disc|segmental degeneration|dehydration of the disc|disc ~ dehydrat
+disc-height-loss : diminished disc height|disc ~ flattened|intervertebral space ~ narrow|intervertebral space ~ reduce|disc ~ height reduced|disc ~ reduced in height|disc ~ lost height|disc ~ diminished height
+annular-fissure : anular rupture|annular rent|annulus rent|annular rupture|rupture of the annulus
+disc-osteophyte : spondylotic ridge|osteodiscal bar|osteodiscal complex|disc osteophyte ridge|dorsal osteophyte and disc
+hypertrophy : ligamentum flavum ~ thicken|thickened ligamentum flavum|ligamentum flavum thickening|thickening of the ligamentum flavum|flaval ligament ~ thicken|thickened flaval ligament
+narrowing : reduce ~ canal|reduce ~ foramen|reduce ~ recess|canal ~ reduce|foramen ~ reduce|recess ~ reduce|narrowness|reduce ~ space|constrict ~ canal|foramen ~ occluded|foramen ~ obliterat|restrict ~ foramen|foramen ~ restrict
+root-affection : neural compromise|nerve root compromise|root compromise|neurocompression|root involvement|neural contact|radicular conflict|neural element compromise|compromise of the root|compromise of the nerve root|neural irritation|root conflict
+root-compression : squeeze ~ root|pressure on the root|root ~ compromised|displace ~ nerve|push ~ root|deviat ~ root|root ~ deviat|root ~ squeez|radicular compression
+root-contact : irritation of the root|irritation of the nerve root|reach ~ root|root ~ touched|meet ~ root|adjoin ~ root
+cord-contact : imprint on the cord|impress ~ cord|efface ~ cord|impression of the cord|cord ~ impress|impress ~ myelon|indent ~ myelon|flatten ~ spinal cord|deform ~ myelon|touch ~ myelon|contact ~ myelon|reach ~ myelon|impression ~ cord
+cord-signal : gliotic cord change|abnormal cord signal|cord signal ~ abnormal|abnormal ~ cord signal|signal change in the cord|cord hyperintensity|hyperintensity ~ cord|hyperintensity ~ myelon|intramedullary lesion
+sac-indentation : thecal impression|impression ~ thecal sac|impression ~ dural sac|impression ~ sac|sac ~ deform|flatten ~ dural sac
+anterolisthesis : displaced ~ forward|displaced ~ ventral|displaced ~ anterior|shifted ~ forward|shifted ~ ventral|shifted ~ anterior|slid ~ forward|ventral offset|anterior offset|forward offset|ventral displacement|anterior displacement of the vertebra|slipped anteriorly|slipped ventrally|forward slippage
+retrolisthesis : displaced ~ backward|displaced ~ dorsal|displaced ~ posterior|shifted ~ backward|shifted ~ dorsal|shifted ~ posterior|slid ~ backward|dorsal offset|posterior offset|backward offset|dorsal displacement|retrolisthetic|slipped posteriorly|slipped dorsally|backward slippage|dorsal slippage
+pars-defect : lytic pars|isthmic lysis|lysis of the isthmus
+schmorl : intraspongious disc herniation|intraspongious|endplate invagination|endplate irregularity|endplate ~ irregular|irregularity of the endplate|intraosseous herniation
+compression-fracture : sinter|sintering|sintered|wedge shaped vertebra|wedge shaped deformity|wedge shaped deformation|wedge deformation|wedging deformity|wedge like deformity|vertebral compression|vertebra plana|biconcave deformity|crush fracture|compressed vertebra|vertebra ~ wedge|vertebra ~ compressed|vertebral body ~ compress|collapsed vertebra|collapse of the vertebra|impression of the endplate|impression of the upper endplate|impression of the superior endplate|depressed endplate|depression of the endplate
+height-loss : lost height|lost ~ height|height ~ lower|height ~ diminish|decreased in height|loss in height|of its height
+retropulsion : posterior wall protrusion|posterior wall ~ protrude|posterior edge ~ protrude|posterior wall involvement|posterior edge ~ displaced|posterior wall ~ convex|posterior cortex ~ bulge
+straightening : steep posture|abolished lordosis|lordosis ~ abolish|flat back|kyphotic angulation|straight posture|extended posture|upright position of the cervical spine|loss of curvature|loss of the curvature
+scoliosis : convex curve|dextroconvex|levoconvex|sinistroconvex|curve convex|convexity to the left|convexity to the right|left convex|right convex|curved to the left|curved to the right|convex to the left|convex to the right
+kyphosis : gibbus
+perineural-cyst : arachnoid diverticulum|meningeal cyst|root pouch cyst|nerve root diverticulum
+synovial-cyst : intraspinal synovial cyst

# Knee
+bucket-handle : displaced meniscal fragment|double pcl|double pcl sign|basket handle tear|basket handle|flipped fragment|flipped meniscus|meniscal fragment ~ displaced|meniscus ~ flipped
+horizontal-tear : horizontal rupture|horizontal running tear|horizontally running cleft|horizontal cleavage|horizontal lesion of the meniscus|horizontal ~ tear|horizontal ~ cleft|cleavage lesion|horizontally ~ cleft
+radial-tear : radial cleft|radial rupture|radial split|radial ~ tear|radial lesion of the meniscus
+vertical-tear : longitudinal rupture|vertical cleft|vertical rupture|vertical ~ tear
+complex-tear : complex degenerative tear|multidirectional tear|complex rupture|macerated|maceration|complex ~ tear|complex lesion of the meniscus
+root-tear : detachment of the root|avulsion of the root|root ~ detach|root ~ torn|root ~ tear|root ~ avuls|tear ~ root
+meniscal-degeneration : meniscopathy|degenerative signal|grade 2 signal|grade ii signal|grade 1 signal|grade i signal|central signal increase|linear intrasubstance signal|intrameniscal degeneration|degenerated meniscus
+parameniscal-cyst : parameniscal ganglion|meniscal ganglion|ganglion ~ meniscus
+cartilage-defect : bone on bone|cartilage ~ erode|cartilage erosion|cartilage ~ delaminat|cartilage delamination|roughened cartilage|cartilage ~ rough|cartilage ~ fray|cartilage reduction|chondral flap|cartilage flap|cartilage ~ soft|cartilage ~ damage|cartilage ~ denud|cartilage ~ fibrillat|cartilage ~ lost|cartilage ~ missing|cartilage ~ absent|cartilage ~ swollen|cartilage swelling|cartilage ~ ulcer
+baker-cyst : gastrocnemio semimembranosus cyst|semimembranosus bursa|popliteal synovial cyst|semimembranosus gastrocnemius cyst
+patella-alta : high standing patella|elevated patella|patella ~ high
+patellar-tilt : patellar subluxation|subluxation of the patella|lateral subluxation of the patella|patella ~ subluxed|patella ~ lateralized|patella ~ tilted
+trochlear-dysplasia : flat trochlear groove|dysplastic trochlea|flattened trochlear groove|trochlea ~ dysplastic|trochlea ~ flat|dysplasia of the trochlea
hoffitis < edema #edema !0 @hoffa : hoffitis|hoffa edema|hoffa s edema|fat pad impingement|hoffa impingement|edema ~ hoffa|hoffa fat pad edema|infrapatellar fat pad edema|edema ~ infrapatellar fat

# Shoulder
bony-bankart < bankart bone-fragment #tear !2 @anterior-labrum : bony bankart|osseous bankart|glenoid rim fracture|bankart fracture|bony bankart fragment|fracture of the glenoid rim|fracture of the anterior glenoid|bony bankart lesion|anterior glenoid rim fracture|osseous bankart lesion
+bankart : detached anteroinferior labrum|alpsa|alpsa lesion|perthes lesion|anterior labral avulsion|anteroinferior labral detachment|anteroinferior labral avulsion|anterior inferior labral tear|tear of the anteroinferior labrum|tear of the anterior inferior labrum|soft tissue bankart|fibrous bankart|labral bankart
hagl < tear #tear !2 @axillary-recess : hagl|hagl lesion|humeral avulsion of the glenohumeral ligament|humeral avulsion of the inferior glenohumeral ligament
+hill-sachs : compression fracture of the humeral head|impression fracture of the humeral head|humeral impaction|impression fracture ~ humeral head|impaction ~ humeral head|notch ~ humeral head|humeral head impression
+slap : tear of the superior labrum|detached superior labrum|superior labrum ~ tear|superior labrum ~ detach|biceps anchor ~ tear|biceps anchor ~ detach|biceps anchor tear
+labral-tear : labral avulsion|labral lesion|labral injury|labral rupture|chondrolabral separation|labrum ~ tear|labrum ~ avuls|labroligamentous tear|labrum ~ lift|cleft ~ labrum|labral cleft
+labral-degeneration : blunted labrum|labrum ~ fray|labrum ~ blunt|labrum ~ degenerat
+capsulitis : capsular edema|capsule ~ edema|capsule ~ thicken|thickening ~ capsule|axillary recess ~ thicken
+impingement : outlet narrowing|outlet impingement|outlet ~ narrow

acromial-slope !0 @acromion : downsloping|downsloping acromion|lateral tilt of the acromion|acromion ~ tilt|tilt ~ acromion|acromion ~ slop|slop ~ acromion|inferior tilt of the acromion

# Hip
+cam : loss of offset|femoral bump|waist deficiency|head neck offset ~ loss|offset ~ reduce|offset ~ loss|reduced offset|aspherical head|cam bump|flattened head neck junction|waist ~ flatten
+pincer : retroverted acetabulum|coxa profunda|protrusio|protrusio acetabuli|acetabulum ~ retrovert
+labral-tear : acetabular labral tear

# Ankle and foot
+heel-spur : calcaneal enthesophyte|plantar enthesophyte|plantar calcaneal enthesophyte
+os-variant : os supranaviculare|os naviculare accessorium|os accessorium|accessory navicular
+coalition : talocalcaneal bridge|calcaneonavicular bridge
+plantar-fasciitis : plantar fascia ~ thicken|plantar aponeurosis ~ thicken|thickening ~ plantar fascia|thickening ~ plantar aponeurosis

# Wrist
+ulnar-variance : ulnar lengthening|ulna ~ long|lengthened ulna
+ulnar-minus : short ulna|ulna ~ short
+scapholunate-dissociation : dissociation|sl diastasis|sl gap|sl dissociation|sl interval ~ widen|widened sl|sl distance ~ widen|scapholunate distance ~ widen|widening ~ scapholunate|scapholunate ~ widen
+carpal-instability : carpal malalignment|carpal collapse
+nerve-swelling : nerve ~ thicken|nerve ~ swollen|nerve ~ enlarge|enlarged nerve|enlarged median nerve|enlarged ulnar nerve|swelling of the nerve|swelling of the median nerve|swelling of the ulnar nerve|nerve ~ hyperintense|hyperintense nerve|thickened median nerve|thickened ulnar nerve|swollen median nerve|swollen ulnar nerve

# Prostate
+bph : nodular transition zone|adenoma of the transition zone|stromal hyperplasia|stromal and glandular hyperplasia|adenomatous change|nodular enlargement of the transition zone|transition zone ~ enlarge|transition zone ~ nodular|nodular transition
+prostatitis : diffuse inflammatory signal|post prostatitic|postprostatitic|post prostatitic change|postinflammatory
+extraprostatic-extension : capsule ~ exceeded|exceeding the capsule|transgress ~ capsule|capsular perforation|extends beyond the prostate|beyond the prostate|penetrat ~ capsule|periprostatic fat ~ infiltrat|infiltrat ~ periprostatic fat|extension into the periprostatic fat|extend ~ periprostatic fat|growth ~ beyond the capsule|capsule ~ perforat|capsule ~ transgress|exceed ~ capsule|cross ~ capsule|capsule ~ crossed|organ crossing|not organ confined
+capsular-contact : touch ~ capsule|reach ~ capsule|capsule ~ contact|capsule ~ irregular|bulge ~ capsule|bulging of the capsule
+seminal-vesicle-invasion : extend ~ seminal vesicle|invad ~ seminal vesicle|seminal vesicle ~ infiltrat|seminal vesicle ~ invad|involvement ~ seminal vesicle|grow ~ seminal vesicle
+lymphadenopathy : effaced hilum|effaced fatty hilum|loss of the fatty hilum|without fatty hilum|absent fatty hilum|lost fatty hilum|hilum ~ efface|node , suspicious|node , pathological|node , abnormal|node , enlarged|pathological lymph node|pathologic node|malignant looking lymph node|malignant lymph node|lymph node ~ thicken|lymph node with thickened cortex|enlarged pelvic node|lymph node ~ pathological
+bladder-wall-thickening : bladder wall hypertrophy|trabecular bladder|bladder wall ~ trabeculat|trabecular wall

# Breast
+nme : segmental uptake|linear uptake|segmentally arranged uptake|segmentally arranged enhancement|regional uptake|non mass uptake|nonmass uptake|segmentally arranged ~ uptake|segmentally arranged ~ enhancement|linear enhancement|ductal enhancement|regional enhancement|focal area of enhancement|linear ductal enhancement
+spiculated : fuzzy margin|fuzzy outline|irregular shape|irregularly shaped|irregular border
+circumscribed : smooth margin|sharply demarcated|sharply defined|smoothly delineated|smooth border|well marginated|smooth contour|sharply delineated
+washout : type 3 kinetics|type iii kinetics
+persistent : continuous increase|type 1 kinetics|type i kinetics|steady increase|persistent delayed phase|continuously increasing
+plateau : type 2 kinetics|type ii kinetics
+skin-thickening : skin edema|edema ~ skin|edema of the skin
+nipple-retraction : inverted nipple|nipple ~ drawn in|nipple ~ invert
implants !0 @implant : retropectoral implant|subpectoral implant|prepectoral implant|subglandular implant|retropectoral silicone implant|subpectoral silicone implant|prepectoral silicone implant|subglandular silicone implant
silicone-leak < implant-rupture !2 @implant : extracapsular silicone|silicone leak|silicone extravasation|silicone ~ outside the capsule|silicone ~ outside|free silicone
+implant-rupture : keyhole sign|shell tear|shell rupture
+fgt : gland tissue|glandular tissue|amount of fibroglandular tissue|fibroglandular density|glandular density|fibroglandular|glandular component|acr density|density acr|glandular parenchyma
+bpe : parenchymal enhancement of the background|physiological enhancement|background uptake
+breast-cancer : ductal carcinoma in situ|in situ carcinoma|lobular carcinoma|known malignancy of the breast|index tumor of the breast

# Abdomen
+steatosis : hepatic fat|hepatosteatosis|signal drop in opposed phase|signal loss on out of phase|signal loss ~ opposed phase|signal drop ~ opposed phase|signal loss ~ out of phase|signal drop ~ out of phase|fat infiltration of the liver|fatty transformation of the liver
+cirrhosis : lobulated liver surface|lobulated surface|surface ~ lobulated|contour ~ lobulated|surface ~ irregular|cirrhotic transformation
+choledocholithiasis : stones in the duct|ductal concrement|stone ~ duct|concrement ~ duct|calculus ~ duct|common duct calculus|filling defect ~ cbd|filling defect ~ common duct
+cholelithiasis : biliary calculus|gallbladder concrement|stone bearing gallbladder|gallbladder ~ calculus|gallbladder ~ concrement
+cholecystitis : inflamed gallbladder|gallbladder wall edema|pericholecystic inflammation|edema of the gallbladder wall|gallbladder ~ inflam
+cholecystectomy : gallbladder not present|cholecystectomized|gallbladder removed|removed gallbladder|gallbladder ~ removed|gallbladder ~ not present|gallbladder ~ resected
+ipmn : mucinous cystic lesion|intraductal mucinous neoplasm
+pancreatic-cancer : pancreatic malignancy
+pancreatitis : pancreatic edema|peripancreatic fluid|swollen pancreas|swelling of the pancreas|inflamed pancreas|pancreas ~ swollen|pancreas ~ edematous
+chronic-pancreatitis : calcific pancreatitis|calcifying pancreatitis|chronic calcifying pancreatitis
+pancreas-atrophy : lipomatous pancreas|pancreatic lipomatosis|lipomatous atrophy of the pancreas
+biliary-dilatation : prominent bile duct|prominent cbd|prominent common bile duct|cbd ~ dilat|cbd ~ wide|choledochus ~ dilat|choledochus ~ wide|distended bile duct|duct ~ distend
+ascites : fluid ~ liver|fluid around the liver|intra abdominal fluid
+portal-hypertension : portal venous hypertension
+varices : perigastric collateral|portosystemic collateral|portosystemic shunt
+adrenal-nodule : adrenal incidentaloma|adrenal thickening nodule
+ovarian-cyst : follicular cyst|dominant follicle
+adenomyosis : junctional zone thickening|adenomyotic|thickening ~ junctional zone
+hydronephrosis : obstructed kidney|hydroureter|renal pelvis ~ dilat|collecting system ~ dilat|ureter ~ dilat|dilated ureter
`;
