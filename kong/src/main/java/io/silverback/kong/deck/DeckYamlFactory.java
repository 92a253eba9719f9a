package io.silverback.kong.deck;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.Writer;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/**
 * Writes <code>${{ env "DECK_X" }}</code> without escaping its quotes: decK puts the values in
 * before it reads the YAML.
 */
final class DeckYamlFactory extends YAMLFactory {
    private static final long serialVersionUID = 1L;

    DeckYamlFactory(YAMLFactoryBuilder builder) {
        super(builder);
    }

    @Override
    protected YAMLGenerator _createGenerator(Writer out, IOContext context) throws IOException {
        return new YAMLGenerator(
                context,
                _generatorFeatures,
                _yamlGeneratorFeatures,
                _quotingChecker,
                _objectCodec,
                out,
                _version) {
            @Override
            protected void _writeScalar(String value, String type, ScalarStyle style)
                    throws IOException {
                super._writeScalar(value, type, styleOf(value, style));
            }
        };
    }

    private static ScalarStyle styleOf(String value, ScalarStyle style) {
        if (style != ScalarStyle.DOUBLE_QUOTED || !DeckEnvironment.isIn(value)) {
            return style;
        }
        return DeckEnvironment.isConverted(value) ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED;
    }
}
