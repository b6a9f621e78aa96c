import sax, { type SAXParser } from 'sax';
import { FileRefusedError } from '../problem.ts';

export interface XmlReader {
	/** `name` without its prefix; `line` is where the tag ends. */
	open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
	text(text: string): void;
	close(name: string): void;
}

const MAX_DEPTH = 100;
const STEP = 64 * 1024;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws {FileRefusedError} for a document type or an entity of its own, wherever it stands */
export function ensureNoDoctype(text: string): void {
	const declared = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
	if (declared)
		throw new FileRefusedError('xml_doctype', {
			line: text.slice(0, declared.index).split('\n').length
		});
}

/**
 * Goes through an XML 1.0 text. What a document type could declare (entities that grow without end or
 * read other files) is refused before anything of it is looked at; the only entities known are the
 * five of XML itself.
 * @throws {FileRefusedError} for what is not well formed, declares a document type or nests too deep
 */
export function readXml(text: string, reader: XmlReader): void {
	// `true`: what is not well formed is an error, not repaired.
	const options = { position: true, strictEntities: true };
	const reading: SAXParser = sax.parser(true, options);
	let depth = 0;
	const line = (): number => reading.line + 1;
	reading.onsgmldeclaration = () => {
		throw new FileRefusedError('xml_doctype', { line: line() });
	};
	reading.ondoctype = reading.onsgmldeclaration;
	reading.onerror = () => {
		throw new FileRefusedError('bad_xml', { line: line() });
	};
	reading.onopentag = ({ name, attributes }) => {
		if (++depth > MAX_DEPTH)
			throw new FileRefusedError('too_deep', { line: line(), most: MAX_DEPTH });
		const values: Record<string, string> = Object.create(null) as Record<string, string>;
		for (const [key, value] of Object.entries(attributes))
			if (typeof value === 'string') values[local(key)] ??= value;
		reader.open(local(name), values, line());
	};
	reading.ontext = (part) => reader.text(part);
	reading.oncdata = (part) => reader.text(part);
	reading.onclosetag = (name) => {
		depth--;
		reader.close(local(name));
	};
	ensureNoDoctype(text);
	for (let at = 0; at < text.length; at += STEP) reading.write(text.slice(at, at + STEP));
	reading.close();
}
