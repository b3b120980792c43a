package exam5.q17;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class MailTemplates {

    public enum Kind { WELCOME, RESET, INVOICE, REMINDER, GOODBYE }

    public static class Template {
        private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+)}}");
        private final String text;
        private final Map<String, Integer> holes = new LinkedHashMap<>();

        Template(String text) {
            this.text = text;
            Matcher m = HOLE.matcher(text);
            while (m.find()) {
                holes.merge(m.group(1), 1, Integer::sum);
            }
        }

        public String fill(Map<String, String> values) {
            return HOLE.matcher(text).replaceAll(r -> Matcher.quoteReplacement(values.getOrDefault(r.group(1), "")));
        }
    }

    private static final MailTemplates INSTANCE = new MailTemplates();

    private final Map<Kind, Template> templates = new EnumMap<>(Kind.class);

    private MailTemplates() {
        load();
    }

    private void load() {
        for (Kind kind : Kind.values()) {
            String name = "/mail/" + kind.name().toLowerCase() + ".txt";
            try (InputStream in = MailTemplates.class.getResourceAsStream(name)) {
                String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                templates.put(kind, new Template(text));
            } catch (IOException e) {
                throw new IllegalStateException("cannot read " + name, e);
            }
        }
    }

    public static String render(Kind kind, Map<String, String> values) {
        return INSTANCE.templates.get(kind).fill(values);
    }

    public static void main(String[] args) {
        System.out.println(render(Kind.WELCOME, Map.of("name", args.length > 0 ? args[0] : "you")));
    }
}
