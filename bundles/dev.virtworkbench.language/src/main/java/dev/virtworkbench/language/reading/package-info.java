/**
 * Where bytes become a document: {@link dev.virtworkbench.language.reading.DocumentReader} finds out the encoding (XML 1.0,
 * section 4.3.3 and appendix F), decodes strictly, and asks Xerces, hardened against external entities and DOCTYPEs, for the
 * reference verdict. Reading never fails: what is wrong with the bytes comes back as located problems.
 */
package dev.virtworkbench.language.reading;
