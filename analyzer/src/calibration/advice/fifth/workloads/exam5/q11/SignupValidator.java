package exam5.q11;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Checks the fields of a sign-up form; import jobs push whole member lists through it. */
public class SignupValidator {

    private static class Rule {
        final String field;
        final String message;
        final Predicate<String> test;

        Rule(String field, String message, Predicate<String> test) {
            this.field = field;
            this.message = message;
            this.test = test;
        }
    }

    private final ExecutorService pool = Executors.newFixedThreadPool(8);
    private final List<Rule> rules = new ArrayList<>();

    public SignupValidator() {
        add("name", "missing", s -> !s.isBlank());
        add("name", "too long", s -> s.length() <= 80);
        add("mail", "no @", s -> s.indexOf('@') > 0);
        add("mail", "blank inside", s -> s.indexOf(' ') < 0);
        add("zip", "five digits", s -> s.length() == 5 && s.chars().allMatch(Character::isDigit));
        add("city", "missing", s -> !s.isBlank());
        add("country", "two letters", s -> s.length() == 2 && s.equals(s.toUpperCase()));
        add("phone", "digits only", s -> s.chars().allMatch(c -> c == '+' || Character.isDigit(c)));
        add("password", "too short", s -> s.length() >= 12);
        add("password", "no digit", s -> s.chars().anyMatch(Character::isDigit));
        add("terms", "not accepted", "on"::equals);
    }

    private void add(String field, String message, Predicate<String> test) {
        rules.add(new Rule(field, message, test));
    }

    public List<String> validate(Map<String, String> form) throws InterruptedException, ExecutionException {
        List<Callable<String>> checks = new ArrayList<>();
        for (Rule rule : rules) {
            checks.add(() -> rule.test.test(form.getOrDefault(rule.field, "")) ? null : rule.field + ": " + rule.message);
        }
        List<String> errors = new ArrayList<>();
        for (Future<String> result : pool.invokeAll(checks)) {
            if (result.get() != null) {
                errors.add(result.get());
            }
        }
        return errors;
    }

    public void close() {
        pool.shutdown();
    }

    public static void main(String[] args) throws Exception {
        SignupValidator validator = new SignupValidator();
        int bad = 0;
        for (int i = 0; i < 500_000; i++) {
            Map<String, String> form = Map.of("name", "Member " + i, "mail", "m" + i + "@club.example", "zip", "10115", "city", "Berlin",
                    "country", "DE", "phone", "+4930" + i, "password", "import-" + i * 7919L, "terms", "on");
            bad += validator.validate(form).isEmpty() ? 0 : 1;
        }
        validator.close();
        System.out.println(bad + " rejected");
    }
}
