/**
 * PS3.15 table E.1-1, "Application Level Confidentiality Profile Attributes" (621 attributes, those of command sets left out), made
 * by `tools/make-profile.mjs` from innolitics/dicom-standard (MIT License, Copyright 2017 Innolitics; commit 7f4749d09ed3).
 *
 * A line for each attribute: tag, value representation, action of the Basic Profile, options that change it, name. Options: T
 * kept with Retain Longitudinal Temporal Information (shifted with its modified dates), P kept and p cleaned with Retain Patient
 * Characteristics, V kept and v cleaned with Retain Device Identity, s cleaned with Clean Descriptors. `x` in a tag stands
 * for any digit.
 */
export const PROFILE_TABLE = `
00020003 UI U - Media Storage SOP Instance UID
00041511 UI U - Referenced SOP Instance UID in File
00080012 DA X/D T Instance Creation Date
00080013 TM X/Z/D T Instance Creation Time
00080014 UI U - Instance Creator UID
00080015 DT X T Instance Coercion DateTime
00080017 UI U - Acquisition UID
00080018 UI U - SOP Instance UID
00080019 UI U - Pyramid UID
00080020 DA Z T Study Date
00080021 DA X/D T Series Date
00080022 DA X/Z T Acquisition Date
00080023 DA Z/D T Content Date
00080024 DA X T Overlay Date
00080025 DA X T Curve Date
0008002a DT X/Z/D T Acquisition DateTime
00080030 TM Z T Study Time
00080031 TM X/D T Series Time
00080032 TM X/Z T Acquisition Time
00080033 TM Z/D T Content Time
00080034 TM X T Overlay Time
00080035 TM X T Curve Time
00080050 SH Z - Accession Number
00080054 AE X v Retrieve AE Title
00080055 AE X v Station AE Title
00080058 UI U - Failed SOP Instance UID List
00080080 LO X/Z/D - Institution Name
00080081 ST X - Institution Address
00080082 SQ X/Z/D - Institution Code Sequence
00080090 PN Z - Referring Physician's Name
00080092 ST X - Referring Physician's Address
00080094 SH X - Referring Physician's Telephone Numbers
00080096 SQ X - Referring Physician Identification Sequence
0008009c PN Z - Consulting Physician's Name
0008009d SQ X - Consulting Physician Identification Sequence
00080106 DT D T Context Group Version
00080107 DT D T Context Group Local Version
00080201 SH X T Timezone Offset From UTC
00081000 AE X v Network ID
00081010 SH X/Z/D V Station Name
00081030 LO X s Study Description
0008103e LO X s Series Description
00081040 LO X - Institutional Department Name
00081041 SQ X - Institutional Department Type Code Sequence
00081048 PN X - Physician(s) of Record
00081049 SQ X - Physician(s) of Record Identification Sequence
00081050 PN X - Performing Physician's Name
00081052 SQ X - Performing Physician Identification Sequence
00081060 PN X - Name of Physician(s) Reading Study
00081062 SQ X - Physician(s) Reading Study Identification Sequence
00081070 PN X/Z/D - Operators' Name
00081072 SQ X/D - Operator Identification Sequence
00081080 LO X s Admitting Diagnoses Description
00081084 SQ X s Admitting Diagnoses Code Sequence
00081088 LO X s Pyramid Description
00081110 SQ X/Z - Referenced Study Sequence
00081111 SQ X/Z/D - Referenced Performed Procedure Step Sequence
00081120 SQ X - Referenced Patient Sequence
00081140 SQ X/Z/U* - Referenced Image Sequence
00081155 UI U - Referenced SOP Instance UID
00081195 UI U - Transaction UID
00082111 ST X s Derivation Description
00082112 SQ X/Z/U* - Source Image Sequence
00083010 UI U - Irradiation Event UID
00084000 LT X s Identifying Comments
00100010 PN Z - Patient's Name
00100020 LO Z/D - Patient ID
00100021 LO X - Issuer of Patient ID
00100030 DA Z - Patient's Birth Date
00100032 TM X - Patient's Birth Time
00100040 CS Z P Patient's Sex
00100050 SQ X - Patient's Insurance Plan Code Sequence
00100101 SQ X - Patient's Primary Language Code Sequence
00100102 SQ X - Patient's Primary Language Modifier Code Sequence
00101000 LO X - Other Patient IDs
00101001 PN X - Other Patient Names
00101002 SQ X - Other Patient IDs Sequence
00101005 PN X - Patient's Birth Name
00101010 AS X P Patient's Age
00101020 DS X P Patient's Size
00101030 DS X P Patient's Weight
00101040 LO X - Patient's Address
00101050 LO X - Insurance Plan Identification
00101060 PN X - Patient's Mother's Birth Name
00101080 LO X - Military Rank
00101081 LO X - Branch of Service
00101090 LO X - Medical Record Locator
00101100 SQ X - Referenced Patient Photo Sequence
00102000 LO X s Medical Alerts
00102110 LO X ps Allergies
00102150 LO X - Country of Residence
00102152 LO X - Region of Residence
00102154 SH X - Patient's Telephone Numbers
00102155 LT X - Patient's Telecom Information
00102160 SH X P Ethnic Group
00102180 SH X s Occupation
001021a0 CS X P Smoking Status
001021b0 LT X s Additional Patient History
001021c0 US X P Pregnancy Status
001021d0 DA X T Last Menstrual Date
001021f0 LO X - Patient's Religious Preference
00102203 CS X/Z P Patient's Sex Neutered
00102297 PN X - Responsible Person
00102299 LO X - Responsible Organization
00104000 LT X s Patient Comments
00120010 LO D - Clinical Trial Sponsor Name
00120020 LO D - Clinical Trial Protocol ID
00120021 LO Z - Clinical Trial Protocol Name
00120022 LO X - Issuer of Clinical Trial Protocol ID
00120023 SQ X - Other Clinical Trial Protocol IDs Sequence
00120030 LO Z - Clinical Trial Site ID
00120031 LO Z - Clinical Trial Site Name
00120032 LO X - Issuer of Clinical Trial Site ID
00120040 LO D - Clinical Trial Subject ID
00120041 LO X - Issuer of Clinical Trial Subject ID
00120042 LO D - Clinical Trial Subject Reading ID
00120043 LO X - Issuer of Clinical Trial Subject Reading ID
00120050 LO Z - Clinical Trial Time Point ID
00120051 ST X s Clinical Trial Time Point Description
00120055 LO X - Issuer of Clinical Trial Time Point ID
00120060 LO Z - Clinical Trial Coordinating Center Name
00120071 LO X - Clinical Trial Series ID
00120072 LO X s Clinical Trial Series Description
00120073 LO X - Issuer of Clinical Trial Series ID
00120081 LO D - Clinical Trial Protocol Ethics Committee Name
00120082 LO X - Clinical Trial Protocol Ethics Committee Approval Number
00120086 DA X T Ethics Committee Approval Effectiveness Start Date
00120087 DA X T Ethics Committee Approval Effectiveness End Date
0014407c TM X TV Calibration Time
0014407e DA X TV Calibration Date
0016002b OB X s Maker Note
0016004b OB X s Device Setting Description
0016004d UT X - Camera Owner Name
0016004e DS X V Lens Specification
0016004f UT X V Lens Make
00160050 UT X V Lens Model
00160051 UT X V Lens Serial Number
00160070 OB X - GPS Version ID
00160071 CS X - GPS Latitude Ref
00160072 DS X - GPS Latitude
00160073 CS X - GPS Longitude Ref
00160074 DS X - GPS Longitude
00160075 US X - GPS Altitude Ref
00160076 DS X - GPS Altitude
00160077 DT X - GPS Time Stamp
00160078 UT X - GPS Satellites
00160079 CS X - GPS Status
0016007a CS X - GPS Measure Mode
0016007b DS X - GPS DOP
0016007c CS X - GPS Speed Ref
0016007d DS X - GPS Speed
0016007e CS X - GPS Track Ref
0016007f DS X - GPS Track
00160080 CS X - GPS Img Direction Ref
00160081 DS X - GPS Img Direction
00160082 UT X - GPS Map Datum
00160083 CS X - GPS Dest Latitude Ref
00160084 DS X - GPS Dest Latitude
00160085 CS X - GPS Dest Longitude Ref
00160086 DS X - GPS Dest Longitude
00160087 CS X - GPS Dest Bearing Ref
00160088 DS X - GPS Dest Bearing
00160089 CS X - GPS Dest Distance Ref
0016008a DS X - GPS Dest Distance
0016008b OB X - GPS Processing Method
0016008c OB X - GPS Area Information
0016008d DT X T GPS Date Stamp
0016008e IS X - GPS Differential
00180010 LO Z/D s Contrast/Bolus Agent
00180027 TM X T Intervention Drug Stop Time
00180035 TM X T Intervention Drug Start Time
00181000 LO X/Z/D V Device Serial Number
00181002 UI U V Device UID
00181004 LO X V Plate ID
00181005 LO X V Generator ID
00181007 LO X V Cassette ID
00181008 LO X V Gantry ID
00181009 UT X V Unique Device Identifier
0018100a SQ X V UDI Sequence
0018100b UI U V Manufacturer's Device Class UID
00181012 DA X T Date of Secondary Capture
00181014 TM X T Time of Secondary Capture
00181030 LO X/D s Protocol Name
00181042 TM X T Contrast/Bolus Start Time
00181043 TM X T Contrast/Bolus Stop Time
00181072 TM X T Radiopharmaceutical Start Time
00181073 TM X T Radiopharmaceutical Stop Time
00181078 DT X T Radiopharmaceutical Start DateTime
00181079 DT X T Radiopharmaceutical Stop DateTime
001811bb LO D s Acquisition Field Of View Label
00181200 DA X TV Date of Last Calibration
00181201 TM X TV Time of Last Calibration
00181202 DT X TV DateTime of Last Calibration
00181203 DT Z TV Calibration DateTime
00181204 DA X TV Date of Manufacture
00181205 DA X TV Date of Installation
00181400 LO X/D s Acquisition Device Processing Description
00182042 UI U - Target UID
00184000 LT X s Acquisition Comments
00185011 SQ X V Transducer Identification Sequence
0018700a SH X/D V Detector ID
0018700c DA X/D TV Date of Last Detector Calibration
0018700e TM X/D TV Time of Last Detector Calibration
00189074 DT D T Frame Acquisition DateTime
00189151 DT D T Frame Reference DateTime
00189185 ST X s Respiratory Motion Compensation Technique Description
00189367 UC D V X-Ray Source ID
00189369 DT D T Source Start DateTime
0018936a DT D T Source End DateTime
00189371 UC D V X-Ray Detector ID
00189373 ST X V X-Ray Detector Label
0018937b UT X s Multi-energy Acquisition Description
0018937f UT X s Decomposition Description
00189424 LT X s Acquisition Protocol Description
00189516 DT X/D T Start Acquisition DateTime
00189517 DT X/D T End Acquisition DateTime
00189623 DT D T Functional Sync Pulse
00189701 DT D T Decay Correction DateTime
00189804 DT D T Exclusion Start DateTime
00189919 DT Z/D T Instruction Performed DateTime
00189937 LO X s Requested Series Description
0018a002 DT X T Contribution DateTime
0018a003 ST X s Contribution Description
0020000d UI U - Study Instance UID
0020000e UI U - Series Instance UID
00200010 SH Z - Study ID
00200027 LO X s Pyramid Label
00200052 UI U - Frame of Reference UID
00200200 UI U - Synchronization Frame of Reference UID
00203401 CS X V Modifying Device ID
00203403 DA X T Modified Image Date
00203405 TM X T Modified Image Time
00203406 LO X - Modified Image Description
00204000 LT X s Image Comments
00209158 LT X s Frame Comments
00209161 UI U - Concatenation UID
00209164 UI U - Dimension Organization UID
00281199 UI U - Palette Color Lookup Table UID
00281214 UI U - Large Palette Color Lookup Table UID
00284000 LT X - Image Presentation Comments
00320012 LO X - Study ID Issuer
00320032 DA X T Study Verified Date
00320033 TM X T Study Verified Time
00320034 DA X T Study Read Date
00320035 TM X T Study Read Time
00321000 DA X T Scheduled Study Start Date
00321001 TM X T Scheduled Study Start Time
00321010 DA X T Scheduled Study Stop Date
00321011 TM X T Scheduled Study Stop Time
00321020 LO X V Scheduled Study Location
00321021 AE X v Scheduled Study Location AE Title
00321030 LO X s Reason for Study
00321032 PN X - Requesting Physician
00321033 LO X - Requesting Service
00321040 DA X T Study Arrival Date
00321041 TM X T Study Arrival Time
00321050 DA X T Study Completion Date
00321051 TM X T Study Completion Time
00321060 LO X/Z s Requested Procedure Description
00321066 UT X s Reason for Visit
00321067 SQ X s Reason for Visit Code Sequence
00321070 LO X s Requested Contrast Agent
00324000 LT X s Study Comments
00340001 SQ D - Flow Identifier Sequence
00340002 OB D - Flow Identifier
00340005 OB D - Source Identifier
00340007 OB D T Frame Origin Timestamp
00380004 SQ X - Referenced Patient Alias Sequence
00380010 LO X - Admission ID
00380011 LO X - Issuer of Admission ID
00380014 SQ X - Issuer of Admission ID Sequence
0038001a DA X T Scheduled Admission Date
0038001b TM X T Scheduled Admission Time
0038001c DA X T Scheduled Discharge Date
0038001d TM X T Scheduled Discharge Time
0038001e LO X - Scheduled Patient Institution Residence
00380020 DA X T Admitting Date
00380021 TM X T Admitting Time
00380030 DA X T Discharge Date
00380032 TM X T Discharge Time
00380040 LO X s Discharge Diagnosis Description
00380050 LO X p Special Needs
00380060 LO X - Service Episode ID
00380061 LO X - Issuer of Service Episode ID
00380062 LO X s Service Episode Description
00380064 SQ X - Issuer of Service Episode ID Sequence
00380300 LO X - Current Patient Location
00380400 LO X - Patient's Institution Residence
00380500 LO X ps Patient State
00384000 LT X s Visit Comments
003a0310 UI U - Multiplex Group UID
003a0314 DT D T Impedance Measurement DateTime
003a0329 ST X s Waveform Filter Description
003a032b ST X s Filter Lookup Table Description
00400001 AE X v Scheduled Station AE Title
00400002 DA X T Scheduled Procedure Step Start Date
00400003 TM X T Scheduled Procedure Step Start Time
00400004 DA X T Scheduled Procedure Step End Date
00400005 TM X T Scheduled Procedure Step End Time
00400006 PN X - Scheduled Performing Physician's Name
00400007 LO X s Scheduled Procedure Step Description
00400009 SH X - Scheduled Procedure Step ID
0040000b SQ X - Scheduled Performing Physician Identification Sequence
00400010 SH X V Scheduled Station Name
00400011 SH X V Scheduled Procedure Step Location
00400012 LO X p Pre-Medication
00400241 AE X v Performed Station AE Title
00400242 SH X V Performed Station Name
00400243 SH X - Performed Location
00400244 DA X T Performed Procedure Step Start Date
00400245 TM X T Performed Procedure Step Start Time
00400250 DA X T Performed Procedure Step End Date
00400251 TM X T Performed Procedure Step End Time
00400253 SH X - Performed Procedure Step ID
00400254 LO X s Performed Procedure Step Description
00400275 SQ X s Request Attributes Sequence
00400280 ST X s Comments on the Performed Procedure Step
00400310 ST X s Comments on Radiation Dose
0040050a LO X - Specimen Accession Number
00400512 LO D - Container Identifier
00400513 SQ Z - Issuer of the Container Identifier Sequence
0040051a LO X s Container Description
00400551 LO D - Specimen Identifier
00400554 UI U - Specimen UID
00400555 SQ X/Z - Acquisition Context Sequence
00400562 SQ Z - Issuer of the Specimen Identifier Sequence
00400600 LO X s Specimen Short Description
00400602 UT X s Specimen Detailed Description
00400610 SQ Z - Specimen Preparation Sequence
004006fa LO X - Slide Identifier
00401001 SH X - Requested Procedure ID
00401002 LO X s Reason for the Requested Procedure
00401004 LO X - Patient Transport Arrangements
00401005 LO X - Requested Procedure Location
0040100a SQ X s Reason for Requested Procedure Code Sequence
00401010 PN X - Names of Intended Recipients of Results
00401011 SQ X - Intended Recipients of Results Identification Sequence
00401101 SQ D - Person Identification Code Sequence
00401102 ST X - Person's Address
00401103 LO X - Person's Telephone Numbers
00401104 LT X - Person's Telecom Information
00401400 LT X s Requested Procedure Comments
00402001 LO X s Reason for the Imaging Service Request
00402004 DA X T Issue Date of Imaging Service Request
00402005 TM X T Issue Time of Imaging Service Request
00402008 PN X - Order Entered By
00402009 SH X - Order Enterer's Location
00402010 SH X - Order Callback Phone Number
00402011 LT X - Order Callback Telecom Information
00402016 LO Z - Placer Order Number / Imaging Service Request
00402017 LO Z - Filler Order Number / Imaging Service Request
00402400 LT X s Imaging Service Request Comments
00403001 LO X - Confidentiality Constraint on Patient Data Description
00404005 DT X T Scheduled Procedure Step Start DateTime
00404008 DT X T Scheduled Procedure Step Expiration DateTime
00404010 DT X T Scheduled Procedure Step Modification DateTime
00404011 DT X T Expected Completion DateTime
00404023 UI U - Referenced General Purpose Scheduled Procedure Step Transaction UID
00404025 SQ X V Scheduled Station Name Code Sequence
00404027 SQ X V Scheduled Station Geographic Location Code Sequence
00404028 SQ X V Performed Station Name Code Sequence
00404030 SQ X V Performed Station Geographic Location Code Sequence
00404034 SQ X - Scheduled Human Performers Sequence
00404035 SQ X - Actual Human Performers Sequence
00404036 LO X - Human Performer's Organization
00404037 PN X - Human Performer's Name
00404050 DT X T Performed Procedure Step Start DateTime
00404051 DT X T Performed Procedure Step End DateTime
00404052 DT X T Procedure Step Cancellation DateTime
0040a023 DA X T Findings Group Recording Date (Trial)
0040a024 TM X T Findings Group Recording Time (Trial)
0040a027 LO D - Verifying Organization
0040a030 DT D T Verification DateTime
0040a032 DT X/D T Observation DateTime
0040a033 DT X T Observation Start DateTime
0040a073 SQ D - Verifying Observer Sequence
0040a075 PN D - Verifying Observer Name
0040a078 SQ X - Author Observer Sequence
0040a07a SQ X - Participant Sequence
0040a07c SQ X - Custodial Organization Sequence
0040a082 DT Z T Participation DateTime
0040a088 SQ Z - Verifying Observer Identification Code Sequence
0040a110 DA X T Date of Document or Verbal Transaction (Trial)
0040a112 TM X T Time of Document Creation or Verbal Transaction (Trial)
0040a120 DT D T DateTime
0040a121 DA D T Date
0040a122 TM D T Time
0040a123 PN D - Person Name
0040a124 UI U - UID
0040a13a DT D T Referenced DateTime
0040a171 UI U - Observation UID
0040a172 UI U - Referenced Observation UID (Trial)
0040a192 DA X T Observation Date (Trial)
0040a193 TM X T Observation Time (Trial)
0040a307 PN X - Current Observer (Trial)
0040a352 PN X - Verbal Source (Trial)
0040a353 ST X - Address (Trial)
0040a354 LO X - Telephone Number (Trial)
0040a358 SQ X - Verbal Source Identifier Code Sequence (Trial)
0040a402 UI U - Observation Subject UID (Trial)
0040a730 SQ D - Content Sequence
0040db06 DT X T Template Version
0040db07 DT X T Template Local Version
0040db0c UI U - Template Extension Organization UID
0040db0d UI U - Template Extension Creator UID
0040e004 DT X T HL7 Document Effective Time
00420011 OB D - Encapsulated Document
00440004 DT X T Approval Status DateTime
0044000b DT X T Product Expiration DateTime
00440010 DT X T Substance Administration DateTime
00440104 DT D T Assertion DateTime
00440105 DT X T Assertion Expiration DateTime
0050001b LO X - Container Component ID
00500020 LO X V Device Description
00500021 ST X s Long Device Description
00620021 UI U - Tracking UID
00640003 UI U - Source Frame of Reference UID
00686226 DT D T Effective DateTime
00686270 DT D T Information Issue DateTime
006a0003 UI D - Annotation Group UID
006a0005 LO D s Annotation Group Label
006a0006 UT X s Annotation Group Description
00700001 SQ D - Graphic Annotation Sequence
00700082 DA X T Presentation Creation Date
00700083 TM X T Presentation Creation Time
00700084 PN Z/D - Content Creator's Name
00700086 SQ X - Content Creator's Identification Code Sequence
0070031a UI U - Fiducial UID
00701101 UI U - Presentation Display Collection UID
00701102 UI U - Presentation Sequence Collection UID
0072000a DT D T Hanging Protocol Creation DateTime
0072005e AE D v Selector AE Value
0072005f AS D P Selector AS Value
00720061 DA D T Selector DA Value
00720063 DT D T Selector DT Value
00720065 OB D - Selector OB Value
00720066 LO D s Selector LO Value
00720068 LT D s Selector LT Value
0072006a PN D - Selector PN Value
0072006b TM D T Selector TM Value
0072006c SH D s Selector SH Value
0072006d UN D - Selector UN Value
0072006e ST D s Selector ST Value
00720070 UT D s Selector UT Value
00720071 UR D - Selector UR Value
00741234 AE X v Receiving AE
00741236 AE X v Requesting AE
00880140 UI U - Storage Media File-set UID
00880200 SQ X - Icon Image Sequence

(see Note 11)
00880904 LO X - Topic Title
00880906 ST X - Topic Subject
00880910 LO X - Topic Author
00880912 LO X - Topic Keywords
01000420 DT X T SOP Authorization DateTime
04000100 UI U - Digital Signature UID
04000105 DT D T Digital Signature DateTime
04000115 OB D - Certificate of Signer
04000310 OB X T Certified Timestamp
04000402 SQ X - Referenced Digital Signature Sequence
04000403 SQ X - Referenced SOP Instance MAC Sequence
04000404 OB X - MAC
04000550 SQ X - Modified Attributes Sequence
04000551 SQ X - Nonconforming Modified Attributes Sequence
04000552 OB X - Nonconforming Data Element Value
04000561 SQ X - Original Attributes Sequence
04000562 DT D T Attribute Modification DateTime
04000563 LO D V Modifying System
04000564 LO Z - Source of Previous Values
04000565 CS D s Reason for the Attribute Modification
04000600 CS X - Instance Origin Status
20300020 LO X - Text String
21000040 DA X T Creation Date
21000050 TM X T Creation Time
21000070 AE X v Originator
21000140 AE D v Destination AE
22000002 UT X/Z s Label Text
22000005 LT X/Z - Barcode Value
30020121 LO X s Position Acquisition Template Name
30020123 LT X s Position Acquisition Template Description
30060002 SH D s Structure Set Label
30060004 LO X s Structure Set Name
30060006 ST X s Structure Set Description
30060008 DA Z T Structure Set Date
30060009 TM Z T Structure Set Time
30060024 UI U - Referenced Frame of Reference UID
30060026 LO Z s ROI Name
30060028 ST X s ROI Description
3006002d DT X T ROI DateTime
3006002e DT X T ROI Observation DateTime
30060038 LO X s ROI Generation Description
3006004d SQ X - ROI Creator Sequence
3006004e SQ X - ROI Interpreter Sequence
30060085 SH X s ROI Observation Label
30060088 ST X s ROI Observation Description
300600a6 PN Z - ROI Interpreter
300600c2 UI U - Related Frame of Reference UID
30080024 DA D T Treatment Control Point Date
30080025 TM D T Treatment Control Point Time
30080054 DA X/D T First Treatment Date
30080056 DA X/D T Most Recent Treatment Date
30080105 LO X/Z V Source Serial Number
30080162 DA D T Safe Position Exit Date
30080164 TM D T Safe Position Exit Time
30080166 DA D T Safe Position Return Date
30080168 TM D T Safe Position Return Time
30080250 DA X/D T Treatment Date
30080251 TM X/D T Treatment Time
300a0002 SH D s RT Plan Label
300a0003 LO X s RT Plan Name
300a0004 ST X s RT Plan Description
300a0006 DA X/D T RT Plan Date
300a0007 TM X/D T RT Plan Time
300a000b LO X s Treatment Sites
300a000e ST X s Prescription Description
300a0013 UI U - Dose Reference UID
300a0016 LO X s Dose Reference Description
300a0072 LO X s Fraction Group Description
300a0083 UI U - Referenced Dose Reference UID
300a00b2 SH X/Z V Treatment Machine Name
300a00c3 ST X s Beam Description
300a00dd ST X s Bolus Description
300a0196 ST X s Fixation Device Description
300a01a6 ST X s Shielding Device Description
300a01b2 ST X s Setup Technique Description
300a0216 LO X V Source Manufacturer
300a022c DA D T Source Strength Reference Date
300a022e TM D T Source Strength Reference Time
300a02eb LT X s Compensator Description
300a0608 LO D s Treatment Position Group Label
300a0609 UI U - Treatment Position Group UID
300a0611 LO Z - RT Accessory Holder Slot ID
300a0615 LO Z - RT Accessory Device Slot ID
300a0619 LO D s Radiation Dose Identification Label
300a0623 LO D s Radiation Dose In-Vivo Measurement Label
300a062a LO D s RT Tolerance Set Label
300a0650 UI U - Patient Setup UID
300a0676 ST X s Equipment Frame of Reference Description
300a067c SH D s Radiation Generation Mode Label
300a067d ST Z s Radiation Generation Mode Description
300a0700 UI U - Treatment Session UID
300a0734 ST D s Treatment Tolerance Violation Description
300a0736 DT D T Treatment Tolerance Violation DateTime
300a073a DT D T Recorded RT Control Point DateTime
300a0741 DT D T Interlock DateTime
300a0742 ST D s Interlock Description
300a0760 DT D T Override DateTime
300a0783 ST D s Interlock Origin Description
300a0785 UI U - Referenced Treatment Position Group UID
300a078e LT X s Patient Treatment Preparation Procedure Parameter Description
300a0792 LT X s Patient Treatment Preparation Method Description
300a0794 LT X s Patient Setup Photo Description
300a079a LO X s Displacement Reference Label
300c0113 LO X s Reason for Omission Description
300c0127 DT D TV Beam Hold Transition DateTime
300e0004 DA Z T Review Date
300e0005 TM Z T Review Time
300e0008 PN X/Z - Reviewer Name
30100006 UI U - Conceptual Volume UID
3010000b UI U - Referenced Conceptual Volume UID
3010000f ST Z s Conceptual Volume Combination Description
30100013 UI U - Constituent Conceptual Volume UID
30100015 UI U - Source Conceptual Volume UID
30100017 ST Z s Conceptual Volume Description
3010001b UC Z - Device Alternate Identifier
3010002d LO D V Device Label
30100031 UI U - Referenced Fiducials UID
30100033 SH D s User Content Label
30100034 LO D s User Content Long Label
30100035 SH D s Entity Label
30100036 LO X s Entity Name
30100037 ST X s Entity Description
30100038 LO D s Entity Long Label
3010003b UI U - RT Treatment Phase UID
30100043 ST Z V Manufacturer's Device Identifier
3010004c DA X/D T Intended Phase Start Date
3010004d DA X/D T Intended Phase End Date
30100054 LO D s RT Prescription Label
30100056 LO X/D s RT Treatment Approach Label
3010005a UT Z s RT Physician Intent Narrative
3010005c ST Z s Reason for Superseding
30100061 UT X s Prior Treatment Dose Description
3010006e UI U - Dosimetric Objective UID
3010006f UI U - Referenced Dosimetric Objective UID
30100077 LO X/D s Treatment Site
3010007a UT Z s Treatment Technique Notes
3010007b UT Z s Prescription Notes
3010007f UT Z s Fractionation Notes
30100081 SQ Z s Prescription Notes Sequence
30100085 TM X T Intended Fraction Start Time
40000010 LT X - Arbitrary
40004000 LT X - Text Comments
40080040 SH X - Results ID
40080042 LO X - Results ID Issuer
40080100 DA X T Interpretation Recorded Date
40080101 TM X T Interpretation Recorded Time
40080102 PN X - Interpretation Recorder
40080108 DA X T Interpretation Transcription Date
40080109 TM X T Interpretation Transcription Time
4008010a PN X - Interpretation Transcriber
4008010b ST X s Interpretation Text
4008010c PN X - Interpretation Author
40080111 SQ X - Interpretation Approver Sequence
40080112 DA X T Interpretation Approval Date
40080113 TM X T Interpretation Approval Time
40080114 PN X - Physician Approving Interpretation
40080115 LT X s Interpretation Diagnosis Description
40080118 SQ X - Results Distribution List Sequence
40080119 PN X - Distribution Name
4008011a LO X - Distribution Address
40080200 SH X - Interpretation ID
40080202 LO X - Interpretation ID Issuer
40080300 ST X s Impressions
40084000 ST X s Results Comments
50xxxxxx OW X - Curve Data
60xx3000 OB X - Overlay Data
60xx4000 LT X - Overlay Comments
fffafffa SQ X - Digital Signatures Sequence
fffcfffc OB X - Data Set Trailing Padding
`;
